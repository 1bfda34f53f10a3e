using Community.Messaging.StaffTasks;
using FsCheck;
using FsCheck.Fluent;

namespace Community.Tests.Messaging.StaffTasks;

public class StaffTaskRulesTests
{
    static readonly Decider<StaffTaskCommand, StaffTask, StaffTaskEvent> Rules =
        new(StaffTaskRules.Decide, StaffTaskRules.Evolve);

    static readonly DateTimeOffset At = Instants.Evening;

    static readonly Gen<StaffTaskCommand> Commands = Gen.Frequency(
        (2, Gen.Choose(-1, 5).Select(StaffTaskCommand (ordinal) => new StaffTaskCommand.Remind(ordinal))),
        (1, Gen.Constant<StaffTaskCommand>(new StaffTaskCommand.Withdraw(At, "over"))),
        (1, Gen.Elements(null, "", "https://a.example", "https://b.example")
            .Select(StaffTaskCommand (url) => new StaffTaskCommand.Complete(At, url))));

    public static TheoryData<StaffTaskKind> KindsWithJoinUrl => [StaffTaskKind.CreateGroup, StaffTaskKind.OpenJoinCode];

    public static TheoryData<StaffTaskKind> OtherKinds =>
        [.. Enum.GetValues<StaffTaskKind>().Except(KindsWithJoinUrl.Select(row => row.Data))];

    [Theory]
    [MemberData(nameof(KindsWithJoinUrl))]
    public void Task_that_creates_a_join_link_is_not_completed_without_one(StaffTaskKind kind)
    {
        var open = Rules.Given(Open(kind));

        open.When(new StaffTaskCommand.Complete(At, null)).Then(new StaffTaskEvent.JoinUrlMissing());
        open.When(new StaffTaskCommand.Complete(At, "")).Then(new StaffTaskEvent.JoinUrlMissing());
        open.When(new StaffTaskCommand.Complete(At, " ")).Then(new StaffTaskEvent.JoinUrlMissing());
        Assert.Equal(StaffTaskStatus.Open, open.When(new StaffTaskCommand.Complete(At, null)).State.Status);
        open.When(new StaffTaskCommand.Complete(At, "https://a.example"))
            .Then(new StaffTaskEvent.Completed(At, "https://a.example"));
    }

    [Theory]
    [MemberData(nameof(OtherKinds))]
    public void Task_of_another_kind_is_completed_without_a_join_link(StaffTaskKind kind) =>
        Rules.Given(Open(kind))
            .When(new StaffTaskCommand.Complete(At, null))
            .Then(new StaffTaskEvent.Completed(At, null));

    [Fact]
    public void Task_is_completed_once_and_keeps_the_first_join_link() =>
        Rules.Given(Open(StaffTaskKind.CreateGroup), new StaffTaskEvent.Completed(At, "https://a.example"))
            .When(new StaffTaskCommand.Complete(At.AddHours(1), "https://b.example"))
            .ThenNothing();

    [Theory]
    [MemberData(nameof(KindsWithJoinUrl))]
    public void Withdrawn_task_is_done_without_a_join_link_and_marked_as_withdrawn(StaffTaskKind kind)
    {
        var outcome = Rules.Given(Open(kind))
            .When(new StaffTaskCommand.Withdraw(At, "over"))
            .Then(new StaffTaskEvent.Withdrawn(At, "over"));

        Assert.Equal(
            (StaffTaskStatus.Done, true, At),
            (outcome.State.Status, outcome.State.IsWithdrawn, outcome.State.DoneAt));
        outcome.When(new StaffTaskCommand.Withdraw(At, "over")).ThenNothing();
        outcome.When(new StaffTaskCommand.Complete(At, "https://a.example")).ThenNothing();
    }

    [Fact]
    public void Completed_task_cannot_be_withdrawn() =>
        Rules.Given(Open(StaffTaskKind.SendMessage), new StaffTaskEvent.Completed(At, null))
            .When(new StaffTaskCommand.Withdraw(At.AddHours(1), "over"))
            .ThenNothing();

    [Fact]
    public void Reminder_counts_once()
    {
        var outcome = Rules.Given(Open(StaffTaskKind.DissolveGroup))
            .When(new StaffTaskCommand.Remind(1))
            .Then(new StaffTaskEvent.Escalated(1));

        Assert.Equal(1, outcome.State.Escalations);
        outcome.When(new StaffTaskCommand.Remind(1)).ThenNothing();
        outcome.When(new StaffTaskCommand.Remind(2)).Then(new StaffTaskEvent.Escalated(2));
    }

    [Theory]
    [Seeds(1, 20261120)]
    public void Done_task_does_not_change_and_the_number_of_reminders_never_decreases(ulong seed) =>
        Property.CheckSequences(seed, Commands, commands =>
        {
            var task = Open(StaffTaskKind.CreateGroup);
            foreach (var command in commands)
            {
                var after = Rules.Given(task).When(command).State;

                Assert.True(after.Escalations >= task.Escalations);
                if (task.Status is StaffTaskStatus.Done) Assert.Same(task, after);
                task = after;
            }
        });

    [Theory]
    [InlineData(1, 0)]
    [InlineData(2, 2)]
    [InlineData(3, 26)]
    [InlineData(4, 50)]
    [InlineData(31, 698)]
    public void Reminders_are_sent_at_the_due_time_two_hours_later_and_then_daily(int ordinal, int hoursAfterDue) =>
        Assert.Equal(At.AddHours(hoursAfterDue), StaffTaskRules.ReminderAt(At, ordinal));

    [Theory]
    [Seeds(1, 20261120)]
    public void Each_reminder_is_later_than_the_previous_one(ulong seed) =>
        Property.Check(seed, Gen.Choose(1, 100_000), ordinal =>
            Assert.True(StaffTaskRules.ReminderAt(At, ordinal) < StaffTaskRules.ReminderAt(At, ordinal + 1)));

    [Fact]
    public void Task_of_a_sheet_is_revised_and_has_its_first_reminder_ten_minutes_after_its_due_time()
    {
        var revise = new StaffTaskCommand.Revise("2 条", At.AddHours(3), 1);

        var revised = Rules.Given(Open(StaffTaskKind.SendPushes))
            .When(revise)
            .Then(new StaffTaskEvent.Revised("2 条", At.AddHours(3), 1));

        revised.When(revise).ThenNothing();
        Assert.Equal(
            ("2 条", At.AddHours(3), 1), (revised.State.Title, revised.State.DueAt, revised.State.ItemReminders));
        Assert.Equal(At.AddHours(3).AddMinutes(10), StaffTaskRules.FirstReminderAt(revised.State));
        var other = Open(StaffTaskKind.SendMessage);
        Assert.Equal(other.DueAt, StaffTaskRules.FirstReminderAt(other));
    }

    [Fact]
    public void Escalation_of_feedback_stays_a_task_for_everybody()
    {
        var assign = new StaffTaskCommand.Assign("lin");

        Rules.Given(Open(StaffTaskKind.EscalateFeedback)).When(assign).ThenNothing();
        Rules.Given(Open(StaffTaskKind.AnswerFeedback)).When(assign).Then(new StaffTaskEvent.Assigned("lin"));
    }

    [Fact]
    public void Done_task_is_opened_again_and_not_revised()
    {
        var done = Rules.Given(Open(StaffTaskKind.SendPushes), new StaffTaskEvent.Completed(At, null));

        done.When(new StaffTaskCommand.Revise("2 条", At, 0)).ThenNothing();
        var reopened = done.When(new StaffTaskCommand.Reopen()).Then(new StaffTaskEvent.Reopened());

        Assert.Equal((StaffTaskStatus.Open, null), (reopened.State.Status, reopened.State.DoneAt));
        reopened.When(new StaffTaskCommand.Reopen()).ThenNothing();
    }

    [Fact]
    public void Task_id_depends_only_on_the_key_of_the_effect()
    {
        var request = new NewStaffTask(
            "flash-sale-1:create-group:tea-1", StaffTaskKind.CreateGroup, "新建群", "tea-1", At, At.AddHours(1));

        Assert.Equal(request.Id, (request with { Title = "请新建群", At = At.AddHours(2) }).Id);
        Assert.NotEqual(request.Id, (request with { Key = "flash-sale-2:create-group:tea-1" }).Id);
        Assert.Matches("^task-[0-9a-f]{32}$", request.Id);
    }

    [Theory]
    [Seeds(1, 20261126)]
    public void Latest_reminder_is_due_and_the_one_after_it_is_not(ulong seed) => Property.Check(
        seed,
        Gen.Choose(1, 50).Zip(Gen.Choose(0, 100_000)),
        input =>
        {
            var (next, now) = (input.Item1, At.AddMinutes(input.Item2));

            var latest = StaffTaskRules.LatestReminder(At, next, now);

            Assert.True(latest >= next);
            Assert.True(latest == next || StaffTaskRules.ReminderAt(At, latest) <= now);
            Assert.True(StaffTaskRules.ReminderAt(At, latest + 1) > now);
        });

    static StaffTask Open(StaffTaskKind kind) =>
        StaffTask.From(new NewStaffTask("key", kind, "title", "tea-1", At, At.AddHours(1)));
}
