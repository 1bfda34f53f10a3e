using System.Net.Http.Json;
using Community.Messaging.Channels.WeCom;
using FunctionsApp.Messaging.WeCom.Tokens;

namespace FunctionsApp.Messaging.WeCom.Client;

/// <summary>
/// Calls with the shared token. A call whose token the platform rejects is sent once more with another one.
/// </summary>
public sealed class WeComApi(WeComSender sender, AccessTokenStore tokens)
{
    /// <summary>A GET; each value of the query is escaped.</summary>
    public Task<WeComReply<T>> GetAsync<T>(string path, params IReadOnlyList<(string Name, string Value)> query)
        where T : class =>
        CallAsync<T>(HttpMethod.Get, path, query, content: null, onlyReads: true);

    /// <summary>A POST that changes nothing.</summary>
    public Task<WeComReply<T>> QueryAsync<T>(string path, object body)
        where T : class =>
        CallAsync<T>(HttpMethod.Post, path, [], () => ToContent(body), onlyReads: true);

    /// <summary>A POST that changes something.</summary>
    public Task<WeComReply<T>> PostAsync<T>(string path, object body)
        where T : class =>
        CallAsync<T>(HttpMethod.Post, path, [], () => ToContent(body), onlyReads: false);

    /// <summary>A POST of a form.</summary>
    public Task<WeComReply<T>> UploadAsync<T>(
        string path, IReadOnlyList<(string Name, string Value)> query, Func<HttpContent> content)
        where T : class =>
        CallAsync<T>(HttpMethod.Post, path, query, content, onlyReads: false);

    internal static JsonContent ToContent(object body) =>
        JsonContent.Create(body, body.GetType(), mediaType: null, WeComJson.Options);

    internal static string Address(string path, IEnumerable<(string Name, string Value)> query)
    {
        var parameters = query.Select(parameter => $"{parameter.Name}={Uri.EscapeDataString(parameter.Value)}");
        return $"cgi-bin/{path}?{string.Join('&', parameters)}";
    }

    async Task<WeComReply<T>> CallAsync<T>(
        HttpMethod method,
        string path,
        IReadOnlyList<(string Name, string Value)> query,
        Func<HttpContent>? content,
        bool onlyReads)
        where T : class
    {
        var (reply, token) = await SendAsync(rejected: null);
        return reply is WeComReply<T>.Refused { Kind: WeComErrorKind.RefreshToken } && token is not null
            ? (await SendAsync(rejected: token)).Reply
            : reply;

        async Task<(WeComReply<T> Reply, string? Token)> SendAsync(string? rejected)
        {
            var got = await tokens.GetAsync(rejected);
            if (got is WeComReply<string>.Refused refused)
                return (new WeComReply<T>.Refused(refused.Kind, refused.Code), null);
            if (got is not WeComReply<string>.Success { Value: var token }) return (new WeComReply<T>.NotSent(), null);
            using var body = content?.Invoke();
            using var request = new HttpRequestMessage(method, Address(path, query.Prepend(("access_token", token))));
            request.Content = body;
            return (await sender.SendAsync<T>(request, onlyReads), token);
        }
    }
}
