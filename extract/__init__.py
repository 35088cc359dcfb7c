"""Gets bytes: files, folders, WARC, addresses. Knows disk and HTTP, knows no Chinese."""
