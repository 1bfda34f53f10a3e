namespace FunctionsApp.Messaging.WeCom.Chats;

/// <summary>
/// Asks that a chat is read, and what happened there is told to its group. <paramref name="IsHourly"/> is true for work
/// that is not repeated while the platform is away, because the next hour asks again.
/// </summary>
public sealed record ChatWork(string ChatId, bool IsHourly = false)
{
    /// <summary>The queue of these messages.</summary>
    public const string QueueName = "chats";
}
