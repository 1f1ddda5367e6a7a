"""What the plan says, made comparable: the wording stays beside every answer."""
