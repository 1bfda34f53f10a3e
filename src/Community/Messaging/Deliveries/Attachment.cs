namespace Community.Messaging.Deliveries;

public enum AttachmentType
{
    Image,
    Link,
    MiniProgram, // 小程序.
    File,
}

/// <summary>What a message carries beside its text.</summary>
public sealed record Attachment(AttachmentType Type, string Title, string Url)
{
    /// <summary>A WeCom group send takes as many (客户群群发, developer.work.weixin.qq.com, 创建企业群发).</summary>
    public const int MaxCount = 9;
}
