using System.Text;
using FunctionsApp.Messaging.WeCom.Client;

namespace FunctionsApp.Messaging.WeCom.Calls;

public enum WeComMediaType
{
    Image,

    Video,

    File,
}

/// <summary>Uploads of files, which the platform keeps for three days.</summary>
public sealed class WeComMediaClient(WeComApi api)
{
    /// <summary>The id of the upload.</summary>
    public async Task<WeComReply<string>> UploadAsync(
        WeComMediaType type, string fileName, string mediaType, ReadOnlyMemory<byte> bytes)
    {
        var reply = await api.UploadAsync<Uploaded>(
            "media/upload", [("type", NameOf(type))], () => Form(fileName, mediaType, bytes));
        return reply.Map(uploaded => uploaded.MediaId);
    }

    static string NameOf(WeComMediaType type) => type switch
    {
        WeComMediaType.Image => "image",
        WeComMediaType.Video => "video",
        _ => "file",
    };

    // The platform reads the name of the file as plain UTF-8.
    static MultipartFormDataContent Form(string fileName, string mediaType, ReadOnlyMemory<byte> bytes)
    {
        var name = new string([.. fileName.Select(character => IsSafe(character) ? character : '_')]);
        var form = new MultipartFormDataContent { HeaderEncodingSelector = (_, _) => Encoding.UTF8 };
#pragma warning disable CA2000 // the form disposes it
        var file = new ReadOnlyMemoryContent(bytes);
#pragma warning restore CA2000
        file.Headers.TryAddWithoutValidation("Content-Type", mediaType);
        file.Headers.TryAddWithoutValidation(
            "Content-Disposition", $"form-data; name=\"media\"; filename=\"{name}\"; filelength={bytes.Length}");
        form.Add(file);
        return form;
    }

    static bool IsSafe(char character) => !char.IsControl(character) && character is not ('"' or '\\' or '/');

    sealed record Uploaded(string MediaId);
}
