using Community.Platform;

namespace Community.Care.Promises;

public abstract record PromiseCommand
{
    PromiseCommand()
    {
    }

    /// <summary>
    /// Records a delivery. <paramref name="Present"/> is the number of members who are asked for their gain, and
    /// <paramref name="PageCode"/> a new code for the page that asks them.
    /// </summary>
    public sealed record Deliver(UnitDelivery Delivery, int Present, string PageCode, DateTimeOffset At)
        : PromiseCommand;

    /// <summary>
    /// Records a gain of 1 to 5. <paramref name="Earlier"/> is the score that the same member or browser gave before;
    /// null for the first. <paramref name="IsOfPage"/> is true for one that came by the page, without a name.
    /// </summary>
    public sealed record Answer(int Score, int? Earlier, bool IsOfPage, DateTimeOffset At) : PromiseCommand;

    /// <summary>Alerts of a unit that is due soon, and finds it missed when it is past due.</summary>
    public sealed record Watch(DateTimeOffset At) : PromiseCommand;
}

public abstract record PromiseEvent
{
    PromiseEvent()
    {
    }

    public sealed record Delivered(UnitDelivery Delivery) : PromiseEvent;

    public sealed record GainAsked(int Members, string PageCode, DateTimeOffset At) : PromiseEvent;

    public sealed record GainAnswered(int Score, int? Earlier) : PromiseEvent
    {
        /// <inheritdoc cref="PromiseCommand.Answer"/>
        public bool IsOfPage { get; init; }
    }

    public sealed record Alerted(DateTimeOffset At) : PromiseEvent;

    public sealed record Missed(DateTimeOffset At) : PromiseEvent;

    public sealed record Refused(Refusal Refusal) : PromiseEvent;
}
