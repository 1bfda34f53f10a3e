namespace FunctionsApp.Messaging.WeCom.Chats;

/// <summary>Asks that a chat is read, and what happened there is told to its group.</summary>
public sealed record ChatWork(string ChatId)
{
    /// <summary>The queue of these messages.</summary>
    public const string QueueName = "chats";
}
