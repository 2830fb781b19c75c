"""Programs that count the same marks from files of their own, each as it does best."""
