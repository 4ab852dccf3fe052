"""The threats of the design, T1 to T28: what stands against each, and the tests that try it. A test that is gone is missed here."""

# ruff: noqa: ISC004 - a line a test reads better than a tuple of one

import pytest

from tests.checkout import ROOT, text

THREATS: dict[str, tuple[str, str]] = {
    "T1 invite stolen or guessed": (
        "128 bits or more, hash only, once, 14 days, one answer to every bad code, guessing slowed down",
        "storage/test_invites.py::test_ten_thousand_guesses_hit_nothing_and_are_throttled "
        "stories/test_guessing.py::test_every_bad_code_sounds_the_same_and_guessing_is_slowed_down "
        "web/test_access.py::test_every_bad_code_sounds_the_same_and_guessing_is_slowed_down",
    ),
    "T2 somebody else's contact": (
        "no telephone number identifies anybody: a contact is answered with a sentence and links nobody",
        "stories/test_bad_input.py::test_a_poll_and_the_contact_of_another_are_not_taken",
    ),
    "T3 account changed, phone recycled": (
        "the chat's number is the identity; a lock and an unlink act at once; every link is told",
        "flows/test_office_phones.py::test_nothing_from_a_locked_phone_counts_until_a_new_code "
        "flows/test_several_chats.py::test_a_second_chat_keeps_the_first_and_the_first_learns_of_it",
    ),
    "T4 role escalation": (
        "one table of steps, deny by default; anonymous admins and channels are nobody",
        "flows/test_policy.py::test_every_cell_is_as_the_table_says "
        "stories/test_bad_input.py::test_a_message_of_a_channel_or_an_anonymous_admin_is_not_anybodys",
    ),
    "T5 tampered buttons": (
        "each tap is authorised again, its object too",
        "stories/test_guessing.py::test_two_hundred_forged_buttons_of_somebody_without_work_change_nothing "
        "stories/test_bad_input.py::test_the_button_of_somebody_else_does_nothing "
        "flows/test_fuzzing.py::test_made_up_buttons_of_another_offices_coordinator_move_nothing_here_and_tell_no_name "
        "web/test_access.py::test_forged_and_foreign_buttons_lead_nowhere",
    ),
    "T6 leak in a group": (
        "a group sees totals at most",
        "stories/test_where_the_office_stands.py::test_a_group_sees_totals_and_no_name "
        "flows/test_policy.py::test_what_is_open_to_strangers_and_groups_is_next_to_nothing",
    ),
    "T7 forwarded words as one's own": (
        "forwarded words and commands are not taken",
        "stories/test_bad_input.py::test_forwarded_words_and_commands_are_not_taken_as_the_persons_own",
    ),
    "T8 flooding": (
        "buckets at the pages, one update of a chat at a time, a stranger gets few answers, caps on files",
        "web/test_access.py::test_a_device_that_floods_is_told_to_wait "
        "web/test_access.py::test_a_flood_of_codes_from_one_place_is_told_to_wait_and_others_are_not",
    ),
    "T9 coordinator's account taken over": (
        "the other coordinators learn of every change of people, list and sending; loads are undone for 24 hours; erasing is typed "
        "and waits a day",
        "flows/test_rights.py::test_an_erasure_waits_a_day_and_can_be_taken_back "
        "flows/test_office_phones.py::test_the_other_coordinators_learn_of_a_lock "
        "flows/test_office_phones.py::test_the_last_coordinator_cannot_be_sent_away "
        "flows/test_load_chat.py::test_a_recorded_file_is_taken_back_after_one_more_look",
    ),
    "T10 token or data in logs": (
        "redacting on the handler, quiet libraries; after every test its output and data are searched",
        "test_secrets.py::test_nothing_secret_passes_the_log_in_either_form "
        "test_secrets.py::test_a_test_that_prints_the_token_fails "
        "test_commands.py::test_the_process_itself_ends_with_78_and_repeats_no_token",
    ),
    "T11 token stolen": (
        "a foreign webhook is looked for every hour, taken back and told, doctor names it; so is another reader of our updates",
        "stories/test_doctor.py::test_a_foreign_webhook stories/test_deaf.py::test_another_program_with_our_token_is_told_as_such "
        "stories/test_surroundings.py::test_a_foreign_webhook_is_taken_back_and_the_coordinator_learns_of_it",
    ),
    "T12 zip bombs, huge sheets": (
        "counted while unpacking, read in a child with limits",
        "sheets/test_hostile.py::test_none_of_them_costs_more_than_its_child_may "
        "evidence/test_safety.py::test_nothing_that_may_do_harm_is_kept_and_the_bot_stays_small_and_quick",
    ),
    "T13 entities in XML": ("defusedxml, no network in the child", "sheets/test_hostile.py::test_a_file_is_read_or_refused"),
    "T14 formulas": ("every cell of a paper is text", "papers/test_files.py::test_words_of_a_person_stay_words_in_every_paper"),
    "T15 wrong or double type": (
        "first bytes, name and inside must agree",
        "jobs/test_fetch.py::test_a_file_that_is_not_what_its_name_says_is_not_kept",
    ),
    "T16 macros": ("refused", "evidence/test_safety.py::test_nothing_that_may_do_harm_is_kept_and_the_bot_stays_small_and_quick"),
    "T17 active PDF": ("refused", "evidence/test_safety.py::test_the_sender_learns_why_and_what_to_do"),
    "T18 images": (
        "limits of pixels, in a child",
        "evidence/test_safety.py::test_nothing_that_may_do_harm_is_kept_and_the_bot_stays_small_and_quick",
    ),
    "T19 place in photos": (
        "kept sealed, taken out of every shown copy",
        "evidence/test_safety.py::test_the_place_stays_in_the_sealed_original_and_is_in_no_shown_copy",
    ),
    "T20 names that play tricks": (
        "hash on disk, cleaned name in the row",
        "web/test_upload_safety.py::test_names_that_play_tricks_are_only_names "
        "storage/test_evidence_files.py::test_bytes_lie_under_their_hash_and_are_open_to_nobody_else",
    ),
    "T21 markup": (
        "plain text to the platforms, escaping templates",
        "stories/test_bad_input.py::test_markup_in_what_is_recorded_comes_back_as_it_was_typed",
    ),
    "T22 forged webhook": (
        "secret compared in constant time, kept before it is answered",
        "channels/test_telegram_webhook.py::test_only_who_knows_the_secret_is_heard "
        "channels/test_telegram_webhook.py::test_the_old_secret_is_refused_after_a_change",
    ),
    "T23 replay in a page": (
        "there is no Mini App; sessions are hashes, end by age, and are read out of no copy",
        "web/test_access.py::test_a_session_ends_by_signing_out_by_idleness_and_by_age_and_a_copy_of_it_with_it "
        "web/test_access.py::test_requests_of_other_sites_change_nothing",
    ),
    "T24 being sent elsewhere": (
        "files come from the platform's own address, or from named hosts; no redirects",
        "channels/test_zalo_photos.py::",
    ),
    "T25 supply chain": (
        "every package pinned with hashes, no other is installed",
        "test_secrets.py::test_every_package_is_pinned_with_its_hash",
    ),
    "T26 data at rest": (
        "modes 600 and 700, sealed backups, no telephone numbers are kept at all",
        "stories/test_doctor.py::test_files_that_others_can_read "
        "test_backup.py::test_a_sealed_copy_made_under_load_returns_whole_and_says_nothing_without_its_passphrase",
    ),
    "T27 tampering with history": (
        "append-only by triggers, a chain of hashes",
        "test_migrations.py::test_history_is_only_added_to "
        "storage/test_chain.py::test_a_changed_line_is_named_whatever_of_it_was_changed",
    ),
    "T28 pickles": ("none", "test_secrets.py::test_nothing_is_ever_unpickled"),
}


def test_all_of_them_stand_here():
    assert [name.split()[0] for name in THREATS] == [f"T{number}" for number in range(1, 29)]


@pytest.mark.parametrize("threat", THREATS)
def test_each_has_a_defence_and_a_test_that_exists(threat: str):
    defence, tests = THREATS[threat]
    assert defence
    for one in tests.split():
        path, _, name = one.partition("::")
        assert (ROOT / "tests" / path).is_file(), one
        assert f"def {name}" in text(f"tests/{path}"), one
