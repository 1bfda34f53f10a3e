using System.Text.RegularExpressions;

namespace LocalRuntime.Queues.Embedded;

/// <summary>The queue service's limits. Each method returns the error of a value beyond them, else null.</summary>
static partial class QueueRules
{
    const int MaxMessages = 32;
    const int MaxMessageSize = 64 * 1024;

    public static readonly TimeSpan DefaultTimeToLive = TimeSpan.FromDays(7);
    public static readonly TimeSpan DefaultVisibilityTimeout = TimeSpan.FromSeconds(30);
    public static readonly TimeSpan Endless = TimeSpan.FromSeconds(-1);

    static readonly TimeSpan MaxVisibilityTimeout = TimeSpan.FromDays(7);

    public static StorageError? Name(string queue) =>
        queue.Length is >= 3 and <= 63 && QueueName().IsMatch(queue) ? null : StorageError.InvalidResourceName;

    public static StorageError? Send(string text, TimeSpan visibilityTimeout, TimeSpan timeToLive)
    {
        if ((Text(text) ?? Visibility(visibilityTimeout)) is { } error) return error;
        if (timeToLive == Endless) return null;
        if (timeToLive < TimeSpan.FromSeconds(1)) return QueueErrors.InvalidTimeToLive;
        return visibilityTimeout >= timeToLive ? QueueErrors.VisibilityBeyondLife : null;
    }

    public static StorageError? Receive(int count, TimeSpan visibilityTimeout) =>
        Count(count) ?? (visibilityTimeout < TimeSpan.FromSeconds(1) ? OutOfRange() : Visibility(visibilityTimeout));

    public static StorageError? Update(string? text, TimeSpan visibilityTimeout) =>
        Visibility(visibilityTimeout) ?? (text is null ? null : Text(text));

    public static StorageError? Count(int count) =>
        count is >= 1 and <= MaxMessages ? null : QueueErrors.OutOfRange("numofmessages");

    static StorageError? Text(string text) =>
        Encoding.UTF8.GetByteCount(text) <= MaxMessageSize ? null : StorageError.RequestTooLarge;

    static StorageError? Visibility(TimeSpan timeout) =>
        timeout >= TimeSpan.Zero && timeout <= MaxVisibilityTimeout ? null : OutOfRange();

    static StorageError OutOfRange() => QueueErrors.OutOfRange("visibilitytimeout");

    [GeneratedRegex("^[a-z0-9](-?[a-z0-9])*$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex QueueName();
}
