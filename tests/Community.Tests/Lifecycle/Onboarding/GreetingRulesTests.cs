using Community.Lifecycle.Onboarding;
using Community.Messaging.Deliveries;
using FsCheck;
using FsCheck.Fluent;

namespace Community.Tests.Lifecycle.Onboarding;

public class GreetingRulesTests
{
    const int Lines = 3;

    // Joins of a burst, as the seconds since the one before.
    static readonly Gen<int> Pauses = Gen.Frequency((8, Gen.Choose(0, 3)), (2, Gen.Choose(0, 90)));

    [Fact]
    public void Newcomer_is_greeted_alone_and_at_once_while_the_robot_has_places()
    {
        var decision = Greet(Empty, "a");

        Assert.Equal(["a"], decision.GreetedNow.Select(newcomer => newcomer.MemberId));
        Assert.Null(decision.After.Waiting);
    }

    [Fact]
    public void Newcomers_beyond_the_places_of_a_minute_wait_together_for_the_next()
    {
        var decision = Greet(Empty, "a", "b", "c", "d", "e", "f", "g");

        Assert.Equal(["a", "b", "c", "d"], decision.GreetedNow.Select(newcomer => newcomer.MemberId));
        Assert.Equal(["e", "f", "g"], decision.After.Waiting!.Newcomers.Select(newcomer => newcomer.MemberId));
        Assert.Equal(Minute(Now).AddMinutes(1), decision.After.Waiting.SendAt);
    }

    [Fact]
    public void Repeat_of_a_join_names_the_newcomer_once()
    {
        var full = Greet(Empty, "a", "b", "c", "d", "e").After;

        Assert.Equal(["e"], Greet(full, "e").After.Waiting!.Newcomers.Select(newcomer => newcomer.MemberId));
    }

    [Theory]
    [Seeds(1, 20261126)]
    public void Robot_keeps_its_limit_and_every_newcomer_is_greeted_once_within_two_minutes(ulong seed) =>
        Property.CheckSequences(seed, Pauses, pauses =>
        {
            var (now, state) = (Now, Empty);
            List<(string Member, DateTimeOffset JoinedAt, DateTimeOffset GreetedAt)> greeted = [];
            List<DateTimeOffset> messages = [];
            for (var i = 0; i < pauses.Count; i++)
            {
                now = now.AddSeconds(pauses[i]);
                state = ReleaseUntil(state, now, greeted, messages);
                var newcomer = new Newcomer($"m{i}", "群友", now);
                var decision = GreetingRules.GreetByRobot(state, [newcomer], Lines, $"g{i}", now);
                greeted.AddRange(decision.GreetedNow.Select(member => (member.MemberId, now, now)));
                messages.AddRange(decision.GreetedNow.SelectMany(_ => Enumerable.Repeat(now, Lines)));
                state = decision.After;
            }

            ReleaseUntil(state, now.AddHours(1), greeted, messages);

            Assert.Equal(pauses.Count, greeted.Select(item => item.Member).Distinct(StringComparer.Ordinal).Count());
            Assert.Equal(pauses.Count, greeted.Count);
            Assert.All(greeted, item => Assert.True(item.GreetedAt - item.JoinedAt <= TimeSpan.FromMinutes(2)));
            Assert.All(
                messages.CountBy(Minute),
                minute => Assert.InRange(minute.Value, 1, RobotBudget.MessagesPerMinute));
        });

    [Fact]
    public void Greeting_whose_instant_a_fast_clock_decided_is_due_within_a_minute()
    {
        var fast = Now.AddYears(1);
        var state = Greet(Empty, fast, "a", "b", "c", "d", "e", "f").After;

        var after = GreetingRules.GreetByRobot(state, [new Newcomer("g", "g", Now)], Lines, "greeting-2", Now).After;

        Assert.Equal(["e", "f", "g"], after.Waiting!.Newcomers.Select(newcomer => newcomer.MemberId));
        Assert.Equal("greeting-2", after.Waiting.Id);
        Assert.InRange(after.Waiting.SendAt - Now, TimeSpan.Zero, TimeSpan.FromMinutes(1));
    }

    [Fact]
    public void Greeting_whose_minute_is_missed_takes_places_of_the_present_one()
    {
        var waiting = Greet(Empty, "a", "b", "c", "d", "e", "f").After;
        var late = waiting.Waiting!.SendAt.AddMinutes(7);

        var released = GreetingRules.Release(waiting, Lines, isRobot: true, late);

        Assert.Null(released.Waiting);
        Assert.NotEqual(waiting.Budget, released.Budget);
    }

    [Fact]
    public void Greeting_whose_minute_is_missed_waits_again_when_the_present_one_is_full()
    {
        var waiting = Greet(Empty, "a", "b", "c", "d", "e", "f").After;
        var late = waiting.Waiting!.SendAt.AddMinutes(7);
        var full = Greet(Empty, late, "v", "w", "x", "y").After;

        var released = GreetingRules.Release(full with { Waiting = waiting.Waiting }, Lines, isRobot: true, late);

        Assert.Equal(Minute(late).AddMinutes(1), released.Waiting!.SendAt);
        Assert.Equal(waiting.Waiting.Newcomers, released.Waiting.Newcomers);
    }

    [Theory]
    [Seeds(1, 20261126)]
    public void Staff_send_one_greeting_a_quarter_of_an_hour_to_all_who_joined_in_it(ulong seed) =>
        Property.CheckSequences(seed, Pauses, pauses =>
        {
            var (now, state) = (Now, Empty);
            List<WaitingGreeting> sent = [];
            for (var i = 0; i < pauses.Count; i++)
            {
                now = now.AddSeconds(pauses[i]);
                state = ReleaseByStaff(state, now, sent);
                state = GreetingRules.GreetByStaff(state, [new Newcomer($"m{i}", "群友", now)], $"g{i}", now).After;
                Assert.InRange(state.Waiting!.SendAt - now, TimeSpan.FromTicks(1), TimeSpan.FromMinutes(15));
            }

            ReleaseByStaff(state, now.AddHours(1), sent);

            Assert.Equal(pauses.Count, sent.Sum(greeting => greeting.Newcomers.Count));
            Assert.Equal(sent.Count, sent.Select(greeting => greeting.SendAt).Distinct().Count());
        });

    static DateTimeOffset Now => Instants.Evening.AddSeconds(7);

    static GreetingState Empty => new(new RobotBudget(), Waiting: null);

    static GreetingDecision Greet(GreetingState state, params string[] members) => Greet(state, Now, members);

    static GreetingDecision Greet(GreetingState state, DateTimeOffset now, params string[] members) =>
        GreetingRules.GreetByRobot(
            state, [.. members.Select(member => new Newcomer(member, member, now))], Lines, "greeting-1", now);

    static DateTimeOffset Minute(DateTimeOffset at) => at.AddTicks(-(at.UtcTicks % TimeSpan.TicksPerMinute));

    static GreetingState ReleaseUntil(
        GreetingState state,
        DateTimeOffset now,
        List<(string Member, DateTimeOffset JoinedAt, DateTimeOffset GreetedAt)> greeted,
        List<DateTimeOffset> messages)
    {
        while (state.Waiting is { } waiting && waiting.SendAt <= now)
        {
            var at = waiting.SendAt;
            state = GreetingRules.Release(state, Lines, isRobot: true, at);
            Assert.Null(state.Waiting);
            greeted.AddRange(waiting.Newcomers.Select(newcomer => (newcomer.MemberId, newcomer.JoinedAt, at)));
            messages.AddRange(Enumerable.Repeat(at, Lines));
        }

        return state;
    }

    static GreetingState ReleaseByStaff(GreetingState state, DateTimeOffset now, List<WaitingGreeting> sent)
    {
        if (state.Waiting is not { } waiting || waiting.SendAt > now) return state;
        sent.Add(waiting);
        return GreetingRules.Release(state, Lines, isRobot: false, now);
    }
}
