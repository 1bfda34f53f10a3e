namespace Azure.Storage.Queues.Models;

/// <summary>What the service says of a message it has updated.</summary>
public class UpdateReceipt
{
    internal UpdateReceipt(string popReceipt, DateTimeOffset nextVisibleOn) => (PopReceipt, NextVisibleOn) = (popReceipt, nextVisibleOn);

    /// <summary>Replaces the pop receipt that the update was made with.</summary>
    public string PopReceipt { get; }

    /// <summary>When the message can be received again.</summary>
    public DateTimeOffset NextVisibleOn { get; }
}
