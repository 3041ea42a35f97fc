// Package hds writes one replication in the tables that reporting teams of Unified
// contact centers read: the historical tables of an AW-HDS, with their columns, codes
// and dispositions. docs/tables.md says what stands where and why.
//
// Rows are written as the run goes on, so that memory does not grow with its length.
// Where they go is a Store: files of comma-separated values here, databases and Parquet
// in the package out.
package hds
