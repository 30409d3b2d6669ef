"""The facts of each document type, as the contract names them."""

from __future__ import annotations

COMMON = frozenset("person_name id_number gender birth_date issuer issue_date certificate_number".split())
_PUBLICATION = "title authors affiliation journal issn cn_number year volume issue page_range doi"
_DIPLOMA = "institution major education_level study_mode start_date end_date"
_OWN = {
    "application_form": "employer workplace employer_kind applied_title applied_level applied_series applied_specialty "
    "current_title current_title_date education_level graduation_date institution major claimed_award "
    "claimed_award_date claimed_award_rank claimed_paper claimed_journal claimed_paper_date claimed_author_rank "
    "claimed_project claimed_patent",
    "identity_card": "",
    "diploma": _DIPLOMA,
    "degree_certificate": "institution degree discipline",
    "title_certificate": "title title_level series specialty approved_date",
    "appointment": "title employer start_date end_date",
    "annual_appraisal": "year grade employer",
    "continuing_education": "year hours professional_hours",
    "paper": _PUBLICATION,
    "acceptance_letter": _PUBLICATION,
    "journal_pages": _PUBLICATION,
    "award_certificate": "award_name award_level award_grade rank project_name",
    "patent_certificate": "patent_number patent_kind patent_name inventors patentee application_date grant_date",
    "software_copyright": "registration_number software_name owner",
    "project_proof": "project_name project_number funder rank start_date end_date",
    "service_proof": "service_kind place start_date end_date grade",
    "skill_certificate": "occupation skill_level",
    "postdoc_certificate": "institution start_date end_date fund_number",
    "employer_publicity": "employer start_date end_date outcome",
    "integrity_pledge": "",
    "social_insurance": "employer start_date end_date",
    "work_summary": "",
    "exam_certificate": "subject score",
    "book_pages": "title authors author_role isbn publisher year",
    "patent_application": "application_number patent_name inventors application_date",
    "title_notice": "document_number names title",
    "commendation": "document_number names title",
    "credential_report": f"verification_code valid_until {_DIPLOMA}",
    "licence": "licence_kind",
    "employment_contract": "employer start_date end_date",
    "merit_proof": "project_name role start_date end_date",
    "other": "",
}
FACTS = {kind: COMMON | frozenset(names.split()) for kind, names in _OWN.items()}
TYPES = tuple(FACTS)
