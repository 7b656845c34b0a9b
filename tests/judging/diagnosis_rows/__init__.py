"""The table of diagnoses, by what they are about; `test_diagnosis_table` runs every row in the real sandbox."""
