namespace Community.Deliveries;

/// <summary>
/// The messages a group robot may send in a minute, booked ahead: a booking takes the first minute with a place, so no message meets
/// the platform's refusal and none asks twice. Sales have places of their own and never wait behind welcomes.
/// </summary>
public sealed record RobotBudget(DateTimeOffset SaleMinute = default, int SaleBooked = 0, DateTimeOffset OrdinaryMinute = default, int OrdinaryBooked = 0)
{
    /// <summary>A WeCom group robot sends at most 20 messages a minute (developer.work.weixin.qq.com, 群机器人配置说明).</summary>
    public const int MessagesPerMinute = 20;

    const int SaleShare = 5;

    /// <summary>The budget after one booking, and the instant from which the message may go: <paramref name="now"/>, or the start of a later minute.</summary>
    public (RobotBudget After, DateTimeOffset At) Book(DeliveryPriority priority, DateTimeOffset now)
    {
        if (priority is DeliveryPriority.Sale)
        {
            var (minute, booked) = Next(SaleMinute, SaleBooked, SaleShare, now);
            return (this with { SaleMinute = minute, SaleBooked = booked }, Later(minute, now));
        }
        else
        {
            var (minute, booked) = Next(OrdinaryMinute, OrdinaryBooked, MessagesPerMinute - SaleShare, now);
            return (this with { OrdinaryMinute = minute, OrdinaryBooked = booked }, Later(minute, now));
        }
    }

    static (DateTimeOffset Minute, int Booked) Next(DateTimeOffset minute, int booked, int share, DateTimeOffset now)
    {
        var current = new DateTimeOffset(now.UtcTicks - (now.UtcTicks % TimeSpan.TicksPerMinute), TimeSpan.Zero);
        if (current > minute) return (current, 1);
        return booked < share ? (minute, booked + 1) : (minute.AddMinutes(1), 1);
    }

    static DateTimeOffset Later(DateTimeOffset minute, DateTimeOffset now) => minute > now ? minute : now;
}
