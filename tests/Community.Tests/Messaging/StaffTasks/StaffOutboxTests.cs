using Community.Messaging.StaffTasks;

namespace Community.Tests.Messaging.StaffTasks;

public sealed class StaffOutboxTests
{
    static readonly DateTimeOffset Start = new(2026, 12, 1, 9, 0, 20, TimeSpan.FromHours(8));

    [Fact]
    public void First_message_waits_for_nothing() => Assert.Null(StaffOutbox.Empty.WaitUntil(Start));

    [Fact]
    public void Next_message_waits_for_the_next_minute()
    {
        var sent = StaffOutbox.Empty.Begin(["waiting-1"], Start).Succeed();

        Assert.Equal(Start.AddSeconds(40), sent.WaitUntil(Start.AddSeconds(39)));
        Assert.Null(sent.WaitUntil(Start.AddSeconds(40)));
    }

    [Fact]
    public void Attempt_without_an_outcome_has_two_minutes()
    {
        var begun = StaffOutbox.Empty.Begin(["waiting-1"], Start);

        Assert.Equal(Start.AddMinutes(2), begun.WaitUntil(Start.AddSeconds(90)));
        Assert.Null(begun.WaitUntil(Start.AddMinutes(2)));
    }

    [Fact]
    public void Attempts_that_fail_come_less_and_less_often_but_never_stop()
    {
        var (outbox, now) = (StaffOutbox.Empty, Start);
        List<int> delays = [];
        for (var attempt = 0; attempt < 7; attempt++)
        {
            outbox = outbox.Begin(["waiting-1"], now).Fail();
            var next = outbox.WaitUntil(now)!.Value;
            delays.Add((int)Math.Ceiling((next - now).TotalMinutes));
            now = next;
        }

        Assert.Equal([1, 2, 4, 8, 15, 15, 15], delays);
        Assert.Equal(0, outbox.Begin([], now).Succeed().Failures);
    }

    [Fact]
    public void Attempt_of_a_fast_clock_delays_nothing() =>
        Assert.Null(StaffOutbox.Empty.Begin([], Start.AddYears(1)).Succeed().WaitUntil(Start));
}
