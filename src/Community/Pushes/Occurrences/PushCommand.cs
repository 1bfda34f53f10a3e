using Community.Messaging.Deliveries;
using Community.Pushes.Guards;

namespace Community.Pushes.Occurrences;

public abstract record PushCommand
{
    PushCommand()
    {
    }

    /// <summary>Sets the item that a draw found.</summary>
    public sealed record SetContent(string ContentId) : PushCommand;

    /// <summary>Waits until an instant, because of a guard or, with null, on recovery after downtime.</summary>
    public sealed record Postpone(DateTimeOffset Until, PushGuard? Guard) : PushCommand;

    /// <summary>Asks staff for an item which can be sent.</summary>
    public sealed record RequestContent(string TaskId) : PushCommand;

    /// <summary>Reminds the owner of the group.</summary>
    public sealed record Remind(DateTimeOffset At) : PushCommand;

    /// <summary>Takes the item of a missed push over.</summary>
    public sealed record TakeOver(string ContentId) : PushCommand;

    public sealed record SkipFor(PushSkip Cause) : PushCommand;

    public sealed record Queue(string DeliveryKey, DateTimeOffset At, int? Variant = null) : PushCommand;

    /// <summary>Follows the delivery of the push.</summary>
    public sealed record RecordDelivery(DeliveryState State, DateTimeOffset At, string? Reason = null) : PushCommand;

    /// <summary>Ends a push whose time is over.</summary>
    public sealed record Expire(DateTimeOffset At) : PushCommand;

    /// <summary>A command of a person. <c>By</c> is required; it is kept with the optional reason.</summary>
    public abstract record Operator(string By, string? Reason, DateTimeOffset At) : PushCommand;

    public sealed record Hold(string By, string? Reason, DateTimeOffset At) : Operator(By, Reason, At);

    public sealed record Release(string By, string? Reason, DateTimeOffset At) : Operator(By, Reason, At);

    public sealed record Skip(string By, string? Reason, DateTimeOffset At) : Operator(By, Reason, At);

    /// <summary>A person sent the message.</summary>
    public sealed record Confirm(string By, string? Reason, DateTimeOffset At) : Operator(By, Reason, At);

    /// <summary>Marks a sent push as taken back by hand.</summary>
    public sealed record MarkRecalled(string By, string? Reason, DateTimeOffset At, string? CorrectionId)
        : Operator(By, Reason, At);

    /// <summary>A change that passes the window, and the guards that it overrides with a reason.</summary>
    public abstract record Adjustment(string By, string? Reason, DateTimeOffset At) : Operator(By, Reason, At)
    {
        public IReadOnlyList<PushGuard> Overrides { get; init; } = [];
    }

    public sealed record SendNow(string By, string? Reason, DateTimeOffset At) : Adjustment(By, Reason, At);

    public sealed record Move(string By, string? Reason, DateTimeOffset At, DateTimeOffset To)
        : Adjustment(By, Reason, At);

    public sealed record Replace(string By, string? Reason, DateTimeOffset At, string ContentId)
        : Adjustment(By, Reason, At);
}
