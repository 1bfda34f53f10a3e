using System.Text.Json;
using Community.Platform;
using Community.Pushes.Guards;
using Community.Pushes.Occurrences;
using static Community.Tests.Pushes.Occurrences.SamplePush;

namespace Community.Tests.Pushes.Occurrences;

public class PushOperatorTests
{
    static readonly DateTimeOffset Morning = Due.AddHours(-2);

    static readonly PushEvent Held = new PushEvent.Held();

    public static TheoryData<PushCommand> Commands =>
    [
        new PushCommand.Hold(By, null, Morning),
        new PushCommand.Release(By, null, Morning),
        new PushCommand.Skip(By, null, Morning),
        new PushCommand.Confirm(By, null, Morning),
        new PushCommand.SendNow(By, null, Morning),
        new PushCommand.Move(By, null, Morning, Due.AddHours(1)),
        new PushCommand.Replace(By, null, Morning, "tea-102"),
        new PushCommand.MarkRecalled(By, null, Morning, null),
    ];

    [Fact]
    public void Push_is_held_and_released_and_each_is_kept_once()
    {
        var held = Rules.Given(Planned)
            .When(new PushCommand.Hold(By, "等等", Morning))
            .Then(Held, Recorded(Morning, PushAction.Hold, "等等"));

        held.When(new PushCommand.Hold(By, "等等", Morning)).ThenNothing();
        held.When(new PushCommand.Release(By, null, Morning))
            .Then(new PushEvent.Released(), Recorded(Morning, PushAction.Release))
            .When(new PushCommand.Release(By, null, Morning))
            .ThenNothing();
    }

    [Fact]
    public void Push_sent_now_is_due_at_once_although_it_was_held()
    {
        var now = Rules.Given(Planned, Held, new PushEvent.Postponed(Due.AddHours(1), PushGuard.Window))
            .When(new PushCommand.SendNow(By, "热点", Morning))
            .Then(new PushEvent.SendingRequested(Morning), Recorded(Morning, PushAction.SendNow, "热点"));

        Assert.True(now.State is { State: PushState.Planned, PassesWindow: true });
        Assert.Equal((Morning, Due), (now.State.DueAt, now.State.PlannedAt));
        now.When(new PushCommand.SendNow(By, "热点", Morning.AddMinutes(1))).ThenNothing();
        now.When(new PushCommand.Queue("delivery-1", Morning)).Then(Queued)
            .When(new PushCommand.SendNow(By, "热点", Morning.AddMinutes(1))).ThenNothing();
    }

    [Fact]
    public void Push_that_was_sent_now_by_a_fast_clock_is_queued_when_the_clock_is_right() =>
        Rules.Given(Planned, new PushEvent.SendingRequested(Due.AddYears(1)))
            .When(new PushCommand.Queue("delivery-1", Due))
            .Then(Queued);

    [Fact]
    public void Moved_push_keeps_its_identity_and_is_due_at_the_new_instant()
    {
        var to = Due.AddHours(5);

        var moved = Rules.Given(Planned)
            .When(new PushCommand.Move(By, null, Morning, to))
            .Then(
                new PushEvent.Moved(to),
                Recorded(Morning, PushAction.Move, detail: "2026-11-23T15:30:00.0000000+08:00"));

        Assert.Equal((Planned.Id, Due, to), (moved.State.Id, moved.State.PlannedAt, moved.State.DueAt));
        moved.When(new PushCommand.Move(By, null, Morning, to)).ThenNothing();
        moved.When(new PushCommand.Queue("delivery-1", Due)).ThenNothing();
        Rules.Given(Planned)
            .When(new PushCommand.Move(By, null, Morning, Morning))
            .ThenRefused(RefusalKind.Invalid, "at");
    }

    [Fact]
    public void Moved_push_stays_held() =>
        Assert.Equal(
            PushState.Held,
            Rules.Given(Planned, Held).When(new PushCommand.Move(By, null, Morning, Due.AddHours(1))).State.State);

    [Fact]
    public void Content_is_replaced_until_the_push_is_queued()
    {
        var replace = new PushCommand.Replace(By, null, Morning, "tea-102");

        var replaced = Rules.Given(Planned).When(replace);

        Assert.Equal(("tea-102", true), (replaced.State.ContentId, replaced.State.PassesWindow));
        replaced.When(replace).ThenNothing();
        Rules.Given(Planned, Queued).When(replace).ThenRefused(RefusalKind.Conflict);
        Rules.Given(Planned, Queued, Awaiting).When(replace).ThenRefused(RefusalKind.Conflict);
    }

    [Fact]
    public void Overridden_guards_are_kept_with_who_and_why()
    {
        var now = new PushCommand.SendNow(By, "大促", Morning) { Overrides = [PushGuard.Spacing] };

        var sent = Rules.Given(Planned).When(now);

        Assert.True(sent.State.Override?.Covers(PushGuard.Spacing));
        Assert.Equal([PushGuard.Spacing], Assert.Single(sent.State.Changes).Overrides);
        sent.When(now).ThenNothing();
        Rules.Given(Planned).When(now with { Reason = null }).ThenRefused(RefusalKind.Invalid, "reason");
        Rules.Given(Planned)
            .When(now with { Overrides = [PushGuard.GroupOpen] })
            .ThenRefused(RefusalKind.Invalid, "overrides");
    }

    [Fact]
    public void Replaced_content_keeps_the_overrides_and_another_instant_ends_them()
    {
        var now = new PushCommand.SendNow(By, "大促", Morning) { Overrides = [PushGuard.Spacing] };
        var replace = new PushCommand.Replace(By, "大促", Morning, "tea-102") { Overrides = [PushGuard.Reuse] };

        var replaced = Rules.Given(Planned).When(now).When(replace);
        var moved = replaced.When(new PushCommand.Move(By, null, Morning, Due));

        Assert.Equal([PushGuard.Spacing, PushGuard.Reuse], replaced.State.Override?.Guards);
        Assert.Null(moved.State.Override);
    }

    [Fact]
    public void Later_override_makes_a_repeated_command_new() =>
        Assert.NotEmpty(
            Rules.Given(Planned)
                .When(new PushCommand.SendNow(By, "大促", Morning))
                .When(new PushCommand.SendNow(By, "大促", Morning) { Overrides = [PushGuard.Spacing] })
                .Events);

    [Fact]
    public void Operator_skips_what_is_not_on_its_way()
    {
        var skip = new PushCommand.Skip(By, "不合适", Morning);

        Rules.Given(Planned).When(skip)
            .Then(
                new PushEvent.Skipped(new PushSkip(PushSkipCause.Operator, "不合适")),
                Recorded(Morning, PushAction.Skip, "不合适"))
            .When(skip)
            .ThenNothing();
        Assert.Equal(PushState.Skipped, Rules.Given(Planned, Queued, Awaiting).When(skip).State.State);
        Rules.Given(Planned, Queued).When(skip).ThenRefused(RefusalKind.Conflict);
    }

    [Fact]
    public void What_a_person_confirms_is_sent_also_before_the_app_hands_it_over()
    {
        var confirm = new PushCommand.Confirm(By, null, Due);

        Rules.Given(Planned).When(confirm).Then(Sent, Recorded(Due, PushAction.Confirm)).When(confirm).ThenNothing();
        Rules.Given(Planned, Held).When(confirm).Then(Sent, Recorded(Due, PushAction.Confirm));
        Rules.Given(Planned, Queued, Awaiting)
            .When(confirm with { At = Due.AddHours(1) })
            .Then(new PushEvent.Sent(Due.AddHours(1), IsLate: true), Recorded(Due.AddHours(1), PushAction.Confirm));
    }

    [Fact]
    public void Confirmation_after_the_end_of_the_time_is_refused_whether_or_not_the_push_has_expired()
    {
        var confirm = new PushCommand.Confirm(By, null, Planned.EndsAt);

        Rules.Given(Planned, Queued, Awaiting).When(confirm).ThenRefused(RefusalKind.Conflict);
        Rules.Given(Planned, Queued, Awaiting, new PushEvent.Missed()).When(confirm).ThenRefused(RefusalKind.Conflict);
    }

    [Fact]
    public void Sent_push_is_marked_recalled_and_corrected_later()
    {
        var recall = new PushCommand.MarkRecalled(By, "错价", Due, CorrectionId: null);
        var correction = recall with { CorrectionId = "push-2" };

        var recalled = Rules.Given(Planned, Queued, Sent).When(recall);

        Assert.Equal(new PushRecall(By, "错价", Due, CorrectionId: null), recalled.State.Recall);
        Assert.Equal(PushState.Sent, recalled.State.State);
        recalled.When(recall).ThenNothing();
        var corrected = recalled.When(correction);
        Assert.Equal("push-2", corrected.State.Recall?.CorrectionId);
        corrected.When(correction).ThenNothing();
        corrected.When(recall).ThenRefused(RefusalKind.Conflict);
        Rules.Given(Planned, Queued).When(recall).ThenRefused(RefusalKind.Conflict);
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void Command_that_would_change_what_was_sent_is_a_conflict(PushCommand command)
    {
        var outcome = Rules.Given(Planned, Queued, Sent).When(command);

        if (command is PushCommand.Confirm) outcome.ThenNothing();
        else if (command is not PushCommand.MarkRecalled) outcome.ThenRefused(RefusalKind.Conflict);
        else Assert.NotNull(outcome.State.Recall);
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void Command_without_a_name_is_refused(PushCommand command) =>
        Rules.Given(Planned)
            .When((PushCommand.Operator)command with { By = " " })
            .ThenRefused(RefusalKind.Invalid, "by");

    [Fact]
    public void Push_that_was_changed_often_can_still_be_released_and_ended()
    {
        var push = Planned;
        while (push.Changes.Count < PushRules.MaxChanges)
        {
            PushCommand next = push.State is PushState.Held
                ? new PushCommand.Release(By, null, Morning)
                : new PushCommand.Hold(By, null, Morning);
            push = Rules.Given(push).When(next).State;
        }

        Rules.Given(push).When(new PushCommand.Hold(By, null, Morning)).ThenRefused(RefusalKind.Conflict);
        Rules.Given(push).When(new PushCommand.SendNow(By, null, Morning)).ThenRefused(RefusalKind.Conflict);
        Assert.Equal(PushState.Skipped, Rules.Given(push).When(new PushCommand.Skip(By, null, Morning)).State.State);
    }

    [Fact]
    public void Push_is_the_same_after_json()
    {
        var push = Rules.Given(Planned)
            .When(new PushCommand.SendNow(By, "大促", Morning) { Overrides = [PushGuard.Spacing] })
            .When(new PushCommand.Skip(By, null, Morning))
            .State;

        var json = JsonSerializer.Serialize(push);

        Assert.Equal(json, JsonSerializer.Serialize(JsonSerializer.Deserialize<Push>(json)));
        Assert.Equal(2, JsonSerializer.Deserialize<Push>(json)!.Changes.Count);
    }
}
