using System.Net;
using System.Text.Json;
using Community.Messaging.Channels.WeCom;
using Polly;

namespace FunctionsApp.Messaging.WeCom.Client;

/// <summary>Sends requests and reads the replies.</summary>
public sealed class WeComSender(IHttpClientFactory clients)
{
    /// <summary>
    /// The reply to a request. One that <paramref name="onlyReads"/> is repeated when its answer is lost; the others
    /// only when the platform says that it did nothing.
    /// </summary>
    public async Task<WeComReply<T>> SendAsync<T>(HttpRequestMessage request, bool onlyReads)
        where T : class
    {
        request.Options.Set(WeComHttp.OnlyReads, onlyReads);
        try
        {
            using var http = clients.CreateClient(WeComHttp.ClientName);
            using var response = await http.SendAsync(request);
            return response.StatusCode is HttpStatusCode.OK
                ? Read<T>(await response.Content.ReadAsByteArrayAsync())
                : new WeComReply<T>.Unanswered();
        }
        catch (HttpRequestException failure) when (failure.HttpRequestError is HttpRequestError.NameResolutionError
            or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError)
        {
            return new WeComReply<T>.NotSent();
        }
        // The last one is a time-out.
        catch (Exception failure) when (
            failure is HttpRequestException or OperationCanceledException or ExecutionRejectedException)
        {
            return new WeComReply<T>.Unanswered();
        }
    }

    static WeComReply<T> Read<T>(byte[] json)
        where T : class
    {
        if (WeComJson.ErrorCodeOf(json) is not { } code) return new WeComReply<T>.Unanswered();
        if (code != 0) return new WeComReply<T>.Refused(WeComErrorRules.KindOf(code), code);
        try
        {
            return JsonSerializer.Deserialize<T>(json, WeComJson.Options) is { } value
                ? new WeComReply<T>.Success(value)
                : new WeComReply<T>.Unanswered();
        }
        catch (JsonException)
        {
            return new WeComReply<T>.Unanswered();
        }
    }
}
