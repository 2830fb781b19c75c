"""Every paper of a survey: what its file holds, put into the hands of `report`."""
