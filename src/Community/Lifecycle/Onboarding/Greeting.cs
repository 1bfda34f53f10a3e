using Community.Messaging.Deliveries;
using Community.Platform;

namespace Community.Lifecycle.Onboarding;

/// <summary>A member to greet, and the join that the greeting is for.</summary>
public sealed record Newcomer(string MemberId, string Name, DateTimeOffset JoinedAt);

/// <summary>
/// A greeting that waits until <paramref name="SendAt"/> and takes further newcomers until then. <paramref name="Id"/>
/// names it.
/// </summary>
public sealed record WaitingGreeting(string Id, DateTimeOffset SendAt, IReadOnlyList<Newcomer> Newcomers);

/// <summary>The greetings of a group: its robot's places, and the greeting that waits (null: none).</summary>
public sealed record GreetingState(RobotBudget Budget, WaitingGreeting? Waiting);

/// <summary>
/// The decision about newcomers who arrive together: those whom a greeting of their own greets now, and the state
/// after it; the others are in its waiting greeting.
/// </summary>
public sealed record GreetingDecision(IReadOnlyList<Newcomer> GreetedNow, GreetingState After);

/// <summary>
/// Newcomers are greeted one by one while the group's robot has places in this minute. After that they wait for the
/// next minute and are greeted together. Where a person sends the greeting, the newcomers of a quarter of an hour are
/// greeted together. A greeting whose instant a fast clock decided gets another one.
/// </summary>
public static class GreetingRules
{
    static readonly TimeSpan StaffInterval = TimeSpan.FromMinutes(15);

    // A greeting waits for the next minute of the robot, or for the end of the quarter of an hour.
    static readonly TimeSpan MaxRobotWait = TimeSpan.FromMinutes(2);
    static readonly TimeSpan MaxStaffWait = StaffInterval + ClockRule.Tolerance;

    /// <summary>Greets newcomers by a robot, with <paramref name="lines"/> messages for each greeting.</summary>
    public static GreetingDecision GreetByRobot(
        GreetingState state, IReadOnlyList<Newcomer> newcomers, int lines, string newId, DateTimeOffset now)
    {
        List<Newcomer> greeted = [];
        if (state.Waiting is { } stuck && stuck.SendAt - now > MaxRobotWait)
        {
            var (budget, at) = state.Budget.Reserve(DeliveryPriority.Ordinary, lines, now);
            state = new GreetingState(budget, stuck with { Id = newId, SendAt = at });
        }

        foreach (var newcomer in newcomers)
        {
            if (state.Waiting is { } waiting)
            {
                state = state with { Waiting = Add(waiting, newcomer) };
                continue;
            }

            var (budget, at) = state.Budget.Reserve(DeliveryPriority.Ordinary, lines, now);
            if (at <= now) greeted.Add(newcomer);
            state = new GreetingState(budget, at <= now ? null : new WaitingGreeting(newId, at, [newcomer]));
        }

        return new GreetingDecision(greeted, state);
    }

    /// <summary>
    /// Lets newcomers wait for the greeting that a person sends at the end of the quarter of an hour.
    /// </summary>
    public static GreetingDecision GreetByStaff(
        GreetingState state, IReadOnlyList<Newcomer> newcomers, string newId, DateTimeOffset now)
    {
        var sendAt = now.Floor(StaffInterval) + StaffInterval;
        var waiting = state.Waiting ?? new WaitingGreeting(newId, sendAt, []);
        if (waiting.SendAt - now > MaxStaffWait) waiting = waiting with { Id = newId, SendAt = sendAt };
        return new GreetingDecision([], state with { Waiting = newcomers.Aggregate(waiting, Add) });
    }

    /// <summary>
    /// The state when the time of the waiting greeting has come: without it when it can be sent now, otherwise with its
    /// new instant.
    /// </summary>
    public static GreetingState Release(GreetingState state, int lines, bool isRobot, DateTimeOffset now)
    {
        if (state.Waiting is not { } waiting) return state;
        if (waiting.SendAt > now) return state;
        if (!isRobot || !RobotBudget.IsMissed(waiting.SendAt, now)) return state with { Waiting = null };
        var (budget, at) = state.Budget.Reserve(DeliveryPriority.Ordinary, lines, now);
        return new GreetingState(budget, at <= now ? null : waiting with { SendAt = at });
    }

    static WaitingGreeting Add(WaitingGreeting greeting, Newcomer newcomer) =>
        greeting.Newcomers.Any(known => known.MemberId == newcomer.MemberId)
            ? greeting
            : greeting with { Newcomers = [.. greeting.Newcomers, newcomer] };
}
