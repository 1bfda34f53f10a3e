namespace Community.Messaging.Deliveries;

/// <summary>
/// The messages a group robot may send in a minute, booked ahead: a booking takes the first minute with a place, so no message meets
/// the platform's refusal and none asks twice. Sales have places of their own and never wait behind welcomes.
/// </summary>
public sealed record RobotBudget
{
    /// <summary>A WeCom group robot sends at most 20 messages a minute (developer.work.weixin.qq.com, 群机器人配置说明).</summary>
    public const int MessagesPerMinute = 20;

    const int SaleShare = 5;

    /// <summary>What is booked for sales.</summary>
    public RobotQuota Sale { get; init; } = new();

    /// <summary>What is booked for everything else.</summary>
    public RobotQuota Ordinary { get; init; } = new();

    /// <summary>True when the minute of a place is over: whoever did not use it needs another, or the next minute would have one too many.</summary>
    public static bool IsMissed(DateTimeOffset place, DateTimeOffset now) => now.UtcTicks / TimeSpan.TicksPerMinute > place.UtcTicks / TimeSpan.TicksPerMinute;

    /// <summary>The budget after one booking, and the instant from which the message may go: <paramref name="now"/>, or an instant of its own in a later minute.</summary>
    public (RobotBudget After, DateTimeOffset At) Reserve(DeliveryPriority priority, DateTimeOffset now)
    {
        var lane = priority is DeliveryPriority.Sale ? Sale.Reserve(SaleShare, now) : Ordinary.Reserve(MessagesPerMinute - SaleShare, now);
        return (priority is DeliveryPriority.Sale ? this with { Sale = lane } : this with { Ordinary = lane }, lane.Last);
    }
}

/// <summary>The bookings of one priority: the minute that is being filled, how many of its places are taken, and the instant of the latest.</summary>
public sealed record RobotQuota(DateTimeOffset Minute = default, int Booked = 0, DateTimeOffset Last = default)
{
    // Of two messages that may go at one instant either may overtake the other; a second apart, all of a minute's places fit into it.
    static readonly TimeSpan MinInterval = TimeSpan.FromSeconds(1);

    /// <summary>The lane after one booking of a minute's <paramref name="places"/>, whose instant is <see cref="Last"/>.</summary>
    public RobotQuota Reserve(int places, DateTimeOffset now)
    {
        var current = new DateTimeOffset(now.UtcTicks - (now.UtcTicks % TimeSpan.TicksPerMinute), TimeSpan.Zero);
        if (current > Minute) return new RobotQuota(current, 1, now);
        var (minute, booked) = Booked < places ? (Minute, Booked + 1) : (Minute.AddMinutes(1), 1);
        var first = minute > now ? minute : now;

        return new RobotQuota(minute, booked, Last > now && Last >= first ? Last + MinInterval : first);
    }
}
