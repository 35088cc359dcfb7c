"""The project's own sample pages: invented news, served out as real sites serve theirs."""
