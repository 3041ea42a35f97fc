30m0.000s      mr-pg-1/A  maintenance requested
30m0.000s      mr-pg-1/A  maintenance rejected: the application speaks an MR protocol below version 5
