namespace Community.Messaging.Channels.WeCom;

/// <summary>What a decryption gave.</summary>
public abstract record WeComDecryption
{
    WeComDecryption()
    {
    }

    /// <summary>The text of the platform for this corporation.</summary>
    public sealed record Message(string Text) : WeComDecryption;

    /// <summary>The text is no base64, its padding or length is wrong, or it is no UTF-8.</summary>
    public sealed record Malformed : WeComDecryption;

    /// <summary>The text is for another corporation.</summary>
    public sealed record OtherReceiver : WeComDecryption;
}
