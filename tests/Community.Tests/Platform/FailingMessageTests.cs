using Community.Platform;

namespace Community.Tests.Platform;

public sealed class FailingMessageTests
{
    static readonly DateTimeOffset Start = new(2026, 12, 1, 9, 0, 0, TimeSpan.FromHours(8));

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1.5, 1.5)]
    [InlineData(5, 5)]
    [InlineData(30, 12)]
    [InlineData(71.9, 12)]
    public void Message_returns_after_its_age_and_after_1_to_12_hours(double age, double delay) =>
        Assert.Equal(TimeSpan.FromHours(delay), Failing(age).RetryDelay);

    [Theory]
    [InlineData(72)]
    [InlineData(100)]
    public void Message_that_fails_for_three_days_does_not_return(double age) => Assert.Null(Failing(age).RetryDelay);

    [Fact]
    public void Message_that_fails_always_returns_fewer_than_twelve_times()
    {
        var failing = Failure(0, "m0");
        var returns = 0;
        while (failing.RetryDelay is { } delay)
        {
            var again = failing.LastAt + delay + TimeSpan.FromMinutes(17);
            failing = FailingMessage.After(failing, Failure((again - Start).TotalHours, $"m{++returns}"));
        }

        Assert.InRange(returns, 8, 11);
        Assert.Equal(100 * (returns + 1), failing.Attempts);
    }

    [Fact]
    public void Same_message_again_after_a_crash_counts_once()
    {
        var failing = FailingMessage.After(null, Failure(0, "m1"));

        Assert.Equal(failing, FailingMessage.After(failing, Failure(0.1, "m1")));
    }

    [Fact]
    public void Message_that_had_succeeded_is_repeated_from_the_start()
    {
        var old = Failure(0, "m1");

        Assert.Equal(Failure(24 * 10, "m2"), FailingMessage.After(old, Failure(24 * 10, "m2")));
    }

    [Fact]
    public void Failure_of_unknown_type_keeps_the_type_of_the_one_before() => Assert.Equal(
        "TimeoutException",
        FailingMessage.After(Failure(0, "m1"), Failure(1, "m2") with { LastFailure = null }).LastFailure);

    static FailingMessage Failing(double hours) => Failure(0, "m1") with { LastAt = Start.AddHours(hours) };

    static FailingMessage Failure(double hours, string messageId) =>
        new(Start.AddHours(hours), Start.AddHours(hours), 100, messageId, messageId, "TimeoutException");
}
