"""What the learner has done and what comes next: journal, scheduler, queue, drafts."""
