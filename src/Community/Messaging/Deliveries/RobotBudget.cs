using Community.Platform;

namespace Community.Messaging.Deliveries;

/// <summary>
/// The messages that a group robot may send in a minute, reserved ahead: a reservation takes the first minute with a
/// free place. Sales, pushes and other messages have places of their own and do not wait for each other. A budget that
/// a fast clock wrote is discarded.
/// </summary>
public sealed record RobotBudget
{
    /// <summary>The limit of a WeCom group robot (developer.work.weixin.qq.com, 群机器人配置说明).</summary>
    public const int MessagesPerMinute = 20;

    internal static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    const int SaleShare = 5;

    const int PushShare = 2;

    const int OrdinaryShare = MessagesPerMinute - SaleShare - PushShare;

    public RobotQuota Sale { get; init; } = new();

    public RobotQuota Ordinary { get; init; } = new();

    public RobotQuota Push { get; init; } = new();

    public DateTimeOffset? ReservedAt { get; init; }

    /// <summary>True when the minute of the place is over, so that the message needs another place.</summary>
    public static bool IsMissed(DateTimeOffset place, DateTimeOffset now) => now.Floor(Minute) > place.Floor(Minute);

    /// <summary>The budget after one reservation, and the earliest instant of the message.</summary>
    public (RobotBudget After, DateTimeOffset At) Reserve(DeliveryPriority priority, DateTimeOffset now) =>
        Reserve(priority, messages: 1, now);

    /// <summary>
    /// The budget after the reservation of places in one minute for messages that are sent one after another, and the
    /// earliest instant of the first.
    /// </summary>
    public (RobotBudget After, DateTimeOffset At) Reserve(DeliveryPriority priority, int messages, DateTimeOffset now)
    {
        var budget = (IsFromFuture(now) ? new RobotBudget() : this) with { ReservedAt = now };
        var quota = priority switch
        {
            DeliveryPriority.Sale => budget.Sale.Reserve(messages, SaleShare, now),
            DeliveryPriority.Push => budget.Push.Reserve(messages, PushShare, now),
            _ => budget.Ordinary.Reserve(messages, OrdinaryShare, now),
        };
        return (budget.With(priority, quota), quota.Last);
    }

    public bool IsFromFuture(DateTimeOffset now) => ClockRule.IsFromFuture(ReservedAt, now);

    RobotBudget With(DeliveryPriority priority, RobotQuota quota) => priority switch
    {
        DeliveryPriority.Sale => this with { Sale = quota },
        DeliveryPriority.Push => this with { Push = quota },
        _ => this with { Ordinary = quota },
    };
}

/// <summary>The reservations of one priority: the minute that fills, its taken places, the latest instant.</summary>
public sealed record RobotQuota(DateTimeOffset Minute = default, int Booked = 0, DateTimeOffset Last = default)
{
    // Messages of the same instant could overtake each other; at this interval a minute has room for all its places.
    static readonly TimeSpan MinInterval = TimeSpan.FromSeconds(1);

    /// <summary>
    /// The quota after the reservation of <paramref name="messages"/> of the <paramref name="places"/> of a minute; its
    /// instant is <see cref="Last"/>.
    /// </summary>
    public RobotQuota Reserve(int messages, int places, DateTimeOffset now)
    {
        var current = now.Floor(RobotBudget.Minute);
        if (current > Minute) return new RobotQuota(current, messages, now);
        var (minute, booked) = Booked + messages <= places
            ? (Minute, Booked + messages)
            : (Minute.AddMinutes(1), messages);
        var first = minute > now ? minute : now;

        return new RobotQuota(minute, booked, Last > now && Last >= first ? Last + MinInterval : first);
    }
}
