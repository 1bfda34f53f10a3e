using System.Text;
using System.Text.Json.Nodes;

namespace FakeWeCom;

/// <summary>The library of group welcomes, and uploads, which end after three days.</summary>
public sealed class FakeContent(TimeProvider clock)
{
    const int MaxWelcomes = 100;
    const int MaxWelcomeBytes = 3_000;

    static readonly TimeSpan UploadLifetime = TimeSpan.FromDays(3);
    static readonly string[] Kinds = ["image", "link", "miniprogram", "file", "video"];

    readonly Dictionary<string, JsonObject> welcomes = new(StringComparer.Ordinal);
    readonly Dictionary<string, (byte[] Form, DateTimeOffset At)> uploads = new(StringComparer.Ordinal);
    int made;

    /// <summary>The welcomes by their ids.</summary>
    public IReadOnlyDictionary<string, JsonObject> Welcomes => welcomes;

    /// <summary>The forms of the uploads by their ids.</summary>
    public IReadOnlyDictionary<string, byte[]> Uploads => uploads.ToDictionary(
        upload => upload.Key, upload => upload.Value.Form, StringComparer.Ordinal);

    internal JsonObject AddWelcome(FakeRequest request)
    {
        if (welcomes.Count >= MaxWelcomes) throw new FakeErrorException(FakeErrors.TooManyCalls);
        var id = $"fakewelcome{++made:d6}";
        welcomes[id] = CheckWelcome(request.Body);
        return new JsonObject { ["template_id"] = id };
    }

    internal JsonObject EditWelcome(FakeRequest request)
    {
        welcomes[FindWelcome(request)] = CheckWelcome(request.Body);
        return [];
    }

    internal JsonObject DeleteWelcome(FakeRequest request)
    {
        welcomes.Remove(FindWelcome(request));
        return [];
    }

    internal JsonObject Upload(FakeRequest request)
    {
        var type = request.Query.GetValueOrDefault("type");
        if (type is not ("image" or "video" or "file" or "voice")
            || !Encoding.UTF8.GetString(request.Bytes).Contains("name=\"media\"", StringComparison.Ordinal))
            throw new FakeErrorException(FakeErrors.Invalid);
        var id = $"fakemedia{++made:d6}";
        uploads[id] = (request.Bytes, clock.GetUtcNow());
        return new JsonObject
        {
            ["type"] = type,
            ["media_id"] = id,
            ["created_at"] = $"{clock.GetUtcNow().ToUnixTimeSeconds()}",
        };
    }

    /// <summary>Refuses an attachment whose upload does not exist or has ended.</summary>
    internal void CheckAttachment(JsonObject attachment)
    {
        foreach (var field in (string[])["media_id", "pic_media_id"])
        {
            if (attachment[field]?.GetValue<string>() is { } id
                && (!uploads.TryGetValue(id, out var upload) || clock.GetUtcNow() > upload.At + UploadLifetime))
                throw new FakeErrorException(FakeErrors.BadMedia);
        }
    }

    string FindWelcome(FakeRequest request) =>
        request.Text("template_id") is { } id && welcomes.ContainsKey(id)
            ? id
            : throw new FakeErrorException(FakeErrors.Invalid);

    JsonObject CheckWelcome(JsonObject body)
    {
        var text = body["text"]?["content"]?.GetValue<string>() ?? "";
        var attachments = Kinds.Where(body.ContainsKey).ToList();
        if (Encoding.UTF8.GetByteCount(text) > MaxWelcomeBytes
            || attachments.Count > 1
            || (text.Length == 0 && attachments.Count == 0))
            throw new FakeErrorException(FakeErrors.Invalid);
        foreach (var kind in attachments) CheckAttachment(body[kind]!.AsObject());
        return body.DeepClone().AsObject();
    }
}
