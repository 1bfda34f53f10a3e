namespace FunctionsApp.Platform.PoisonedMessages;

/// <summary>What an operator has done with a message.</summary>
public enum PoisonedMessageStatus
{
    /// <summary>It waits for an operator.</summary>
    Open,

    /// <summary>It was sent to its queue again.</summary>
    Replayed,

    /// <summary>It is not handled.</summary>
    Discarded,
}

/// <summary>A queue message that is not repeated any more and waits for an operator.</summary>
/// <param name="Id">Begins with the time of the first failure.</param>
/// <param name="Queue">The name of the queue that it came from.</param>
/// <param name="Reason">A sentence without anything from the message.</param>
/// <param name="FirstAt">The first failure.</param>
/// <param name="KeptAt">The instant from which it waits.</param>
/// <param name="Attempts">The attempts of the consumer.</param>
/// <param name="Text">The text as it was in the queue, which may hold members' data.</param>
public sealed record PoisonedMessage(
    string Id, string Queue, string Reason, DateTimeOffset FirstAt, DateTimeOffset KeptAt, long Attempts, string Text)
{
    public PoisonedMessageStatus Status { get; init; } = PoisonedMessageStatus.Open;

    /// <summary>Who replayed or discarded it.</summary>
    public string? By { get; init; }

    public DateTimeOffset? ResolvedAt { get; init; }
}
