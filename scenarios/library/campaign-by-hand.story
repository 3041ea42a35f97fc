5m0.000s       operator  disable campaign/collections
25m0.000s      operator  enable campaign/collections
