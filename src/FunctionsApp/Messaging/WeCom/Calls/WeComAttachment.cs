namespace FunctionsApp.Messaging.WeCom.Calls;

public sealed record WeComText(string Content);

/// <summary>What a message carries beside its text; <c>Msgtype</c> names the one field that is set.</summary>
public sealed record WeComAttachment
{
    public required string Msgtype { get; init; }

    public WeComImage? Image { get; init; }

    public WeComLink? Link { get; init; }

    public WeComMiniProgram? Miniprogram { get; init; }

    public WeComMedia? Video { get; init; }

    public WeComMedia? File { get; init; }

    public static WeComAttachment Of(WeComImage image) => new() { Msgtype = "image", Image = image };

    public static WeComAttachment Of(WeComLink link) => new() { Msgtype = "link", Link = link };

    public static WeComAttachment Of(WeComMiniProgram program) =>
        new() { Msgtype = "miniprogram", Miniprogram = program };

    public static WeComAttachment OfFile(string mediaId) => new() { Msgtype = "file", File = new(mediaId) };

    public static WeComAttachment OfVideo(string mediaId) => new() { Msgtype = "video", Video = new(mediaId) };
}

/// <summary>An image by the id of its upload, or by an address of the platform.</summary>
public sealed record WeComImage(string? MediaId, string? PicUrl = null);

public sealed record WeComMedia(string MediaId);

public sealed record WeComLink(string Title, string Url, string? Desc = null, string? Picurl = null);

/// <summary>
/// <c>PicMediaId</c> is the upload of the cover, <c>Appid</c> the id of a program that the corporation has.
/// </summary>
public sealed record WeComMiniProgram(string Title, string PicMediaId, string Appid, string Page);
