using System.Globalization;
using Azure.Core;
using LocalRuntime.Queues.Embedded;
using LocalRuntime.Storage;
using LocalRuntime.Store;
using Microsoft.Data.Sqlite;

namespace LocalRuntime.Queues.Rest;

/// <summary>
/// The REST protocol of the queue service over an embedded store, as far as the official client speaks it:
/// <see href="https://learn.microsoft.com/rest/api/storageservices/queue-service-rest-api" />.
/// </summary>
sealed class QueueService(OpenStore open)
{
    const string MetadataPrefix = "x-ms-meta-";

    static readonly HttpHeader XmlContent = new("Content-Type", "application/xml");

    readonly EmbeddedQueues queues = EmbeddedAccount.Of(open).Queues;

    public async Task<RestResponse> AnswerAsync(RestRequest request)
    {
        try
        {
            var path = request.Path.Trim('/').Split('/');
            return (request.Method, path) switch
            {
                ("PUT", [var queue]) when request.QueryParameter("comp") is null => await CreateAsync(request, queue),
                ("GET" or "HEAD", [var queue]) when request.QueryParameter("comp") == "metadata" => await GetStateAsync(request, queue),
                ("POST", [var queue, "messages"]) => await SendAsync(request, queue),
                ("GET", [var queue, "messages"]) when request.QueryParameter("peekonly") == "true" => await PeekAsync(request, queue),
                ("GET", [var queue, "messages"]) => await ReceiveAsync(request, queue),
                ("PUT", [var queue, "messages", var id]) => await UpdateAsync(request, queue, id),
                ("DELETE", [var queue, "messages", var id]) => await DeleteAsync(request, queue, id),
                _ => Failed(QueueErrors.NotImplemented),
            };
        }
        catch (Exception malformed) when (malformed is FormatException or OverflowException or System.Xml.XmlException)
        {
            return Failed(QueueErrors.InvalidInput(malformed.Message));
        }
        catch (SqliteException failure)
        {
            return Failed(StorageFailures.From(failure));
        }
    }

    /// <summary>A failed answer.</summary>
    public static RestResponse Failed(StorageError error) =>
        new(error.Status, QueueXml.Error(error), XmlContent, new HttpHeader("x-ms-error-code", error.Code));

    Task<RestResponse> CreateAsync(RestRequest request, string queue)
    {
        var metadata = request.HeadersWithPrefix(MetadataPrefix)
            .ToDictionary(header => header.Name[MetadataPrefix.Length..], header => header.Value, StringComparer.Ordinal);
        return PassAsync(request, "create", queue, "", isWrite: true, async () =>
        {
            var (created, error) = await queues.CreateAsync(queue, metadata);
            return error is null ? new RestResponse(created ? 201 : 204) : Failed(error);
        });
    }

    Task<RestResponse> GetStateAsync(RestRequest request, string queue) =>
        PassAsync(request, "count", queue, "", isWrite: false, async () =>
        {
            var (state, error) = await queues.GetStateAsync(queue);
            if (error is not null) return Failed(error);
            var count = state!.MessageCount.ToString(CultureInfo.InvariantCulture);
            return new RestResponse(
                200,
                [
                    new HttpHeader("x-ms-approximate-messages-count", count),
                    .. state.Metadata.Select(pair => new HttpHeader(MetadataPrefix + pair.Key, pair.Value)),
                ]);
        });

    Task<RestResponse> SendAsync(RestRequest request, string queue)
    {
        var text = QueueXml.ReadText(request.Body);
        var (hidden, life) = (Seconds(request, "visibilitytimeout"), Seconds(request, "messagettl"));
        return PassAsync(request, "send", queue, "", isWrite: true, async () =>
        {
            var (message, error) = await queues.SendAsync(queue, text, hidden, life);
            return error is null ? new RestResponse(201, QueueXml.Sent(message!), XmlContent) : Failed(error);
        });
    }

    Task<RestResponse> ReceiveAsync(RestRequest request, string queue)
    {
        var (count, hidden) = (Number(request, "numofmessages"), Seconds(request, "visibilitytimeout"));
        return PassAsync(request, "receive", queue, "", isWrite: true, async () =>
        {
            var (messages, error) = await queues.ReceiveAsync(queue, count, hidden);
            return error is null ? new RestResponse(200, QueueXml.Received(messages!), XmlContent) : Failed(error);
        });
    }

    Task<RestResponse> PeekAsync(RestRequest request, string queue)
    {
        var count = Number(request, "numofmessages");
        return PassAsync(request, "peek", queue, "", isWrite: false, async () =>
        {
            var (messages, error) = await queues.PeekAsync(queue, count);
            return error is null ? new RestResponse(200, QueueXml.Peeked(messages!), XmlContent) : Failed(error);
        });
    }

    Task<RestResponse> UpdateAsync(RestRequest request, string queue, string id)
    {
        var text = request.Body.IsEmpty ? null : QueueXml.ReadText(request.Body);
        var (handle, hidden) = (Handle(request, id), Seconds(request, "visibilitytimeout") ?? TimeSpan.Zero);
        return PassAsync(request, "update", queue, handle.Id, isWrite: true, async () =>
        {
            var (message, error) = await queues.UpdateAsync(queue, handle, text, hidden);
            return error is not null ? Failed(error) : new RestResponse(
                204,
                new HttpHeader("x-ms-popreceipt", message!.PopReceipt),
                new HttpHeader("x-ms-time-next-visible", QueueXml.Text(message.NextVisibleOn)));
        });
    }

    Task<RestResponse> DeleteAsync(RestRequest request, string queue, string id)
    {
        var handle = Handle(request, id);
        return PassAsync(request, "delete", queue, handle.Id, isWrite: true, async () =>
            await queues.DeleteAsync(queue, handle) is { } error ? Failed(error) : new RestResponse(204));
    }

    static MessageHandle Handle(RestRequest request, string id) =>
        new(Uri.UnescapeDataString(id), request.QueryParameter("popreceipt") ?? "");

    static int? Number(RestRequest request, string name) =>
        request.QueryParameter(name) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : null;

    static TimeSpan? Seconds(RestRequest request, string name) =>
        request.QueryParameter(name) is { } text ? TimeSpan.FromSeconds(long.Parse(text, CultureInfo.InvariantCulture)) : null;

    Task<RestResponse> PassAsync(
        RestRequest request, string operation, string queue, string key, bool isWrite, Func<Task<RestResponse>> perform) =>
        open.Gate?.PassAsync(new StorageRequest("queue", operation, queue, key, isWrite, request.Id), perform, Failed) ?? perform();
}
