namespace FunctionsApp.Platform.PoisonedMessages;

/// <summary>A poisoned message in lists: without its body, which may hold members' data.</summary>
public sealed record PoisonedMessageView(
    string Id,
    string Queue,
    string Reason,
    DateTimeOffset FirstAt,
    DateTimeOffset KeptAt,
    long Attempts,
    PoisonedMessageStatus Status,
    string? By,
    DateTimeOffset? ResolvedAt)
{
    public static PoisonedMessageView From(PoisonedMessage message) => new(
        message.Id,
        message.Queue,
        message.Reason,
        message.FirstAt,
        message.KeptAt,
        message.Attempts,
        message.Status,
        message.By,
        message.ResolvedAt);
}

/// <summary>
/// A poisoned message with its body: decoded where it is UTF-8 in base64, else the text of the queue.
/// </summary>
public sealed record PoisonedMessageDetailView(
    string Id,
    string Queue,
    string Reason,
    DateTimeOffset FirstAt,
    DateTimeOffset KeptAt,
    long Attempts,
    PoisonedMessageStatus Status,
    string? By,
    DateTimeOffset? ResolvedAt,
    string Body)
{
    public static PoisonedMessageDetailView From(PoisonedMessage message) => new(
        message.Id,
        message.Queue,
        message.Reason,
        message.FirstAt,
        message.KeptAt,
        message.Attempts,
        message.Status,
        message.By,
        message.ResolvedAt,
        QueueText.ForReading(message.Text));
}
