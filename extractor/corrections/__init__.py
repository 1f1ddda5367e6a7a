"""What readers corrected, put back into what is found, however often the document is read again."""
