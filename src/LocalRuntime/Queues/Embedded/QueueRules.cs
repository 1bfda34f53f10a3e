using System.Text;
using System.Text.RegularExpressions;
using LocalRuntime.Storage;

namespace LocalRuntime.Queues.Embedded;

/// <summary>The limits that the queue service puts on names, messages and times.</summary>
static partial class QueueRules
{
    public const int MaxMessages = 32;

    const int MaxMessageSize = 64 * 1024;

    public static readonly TimeSpan DefaultTimeToLive = TimeSpan.FromDays(7);
    public static readonly TimeSpan DefaultVisibilityTimeout = TimeSpan.FromSeconds(30);
    public static readonly TimeSpan ForEver = TimeSpan.FromSeconds(-1);

    static readonly TimeSpan MaxVisibilityTimeout = TimeSpan.FromDays(7);

    public static StorageError? Name(string queue) =>
        queue.Length is >= 3 and <= 63 && QueueName().IsMatch(queue) ? null : QueueErrors.InvalidQueueName;

    public static StorageError? Send(string text, TimeSpan visibilityTimeout, TimeSpan timeToLive) =>
        Text(text) ?? Visibility(visibilityTimeout)
        ?? (timeToLive != ForEver && timeToLive < TimeSpan.FromSeconds(1) ? QueueErrors.InvalidTimeToLive : null)
        ?? (timeToLive != ForEver && visibilityTimeout >= timeToLive ? QueueErrors.VisibilityBeyondLife : null);

    public static StorageError? Receive(int most, TimeSpan visibilityTimeout) =>
        Count(most) ?? (visibilityTimeout < TimeSpan.FromSeconds(1) ? QueueErrors.OutOfRange("visibilitytimeout") : Visibility(visibilityTimeout));

    public static StorageError? Update(string? text, TimeSpan visibilityTimeout) => Visibility(visibilityTimeout) ?? (text is null ? null : Text(text));

    public static StorageError? Count(int most) => most is >= 1 and <= MaxMessages ? null : QueueErrors.OutOfRange("numofmessages");

    static StorageError? Text(string text) => Encoding.UTF8.GetByteCount(text) <= MaxMessageSize ? null : QueueErrors.MessageTooLarge;

    static StorageError? Visibility(TimeSpan timeout) =>
        timeout >= TimeSpan.Zero && timeout <= MaxVisibilityTimeout ? null : QueueErrors.OutOfRange("visibilitytimeout");

    [GeneratedRegex("^[a-z0-9](-?[a-z0-9])*$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex QueueName();
}
