namespace LocalRuntime.Queues.Rest;

/// <summary>
/// The REST protocol of the queue service over an embedded store, as far as the official client uses it:
/// <see href="https://learn.microsoft.com/rest/api/storageservices/queue-service-rest-api" />.
/// </summary>
sealed class QueueService(OpenStore open)
{
    const string MetadataPrefix = "x-ms-meta-";

    static readonly HttpHeader XmlContent = new("Content-Type", "application/xml");

    readonly EmbeddedQueues queues = EmbeddedAccount.For(open).Queues;

    public async Task<RestResponse> AnswerAsync(RestRequest request)
    {
        try
        {
            return (request.Method, request.Path.Trim('/').Split('/')) switch
            {
                ("PUT", [var queue]) when request.QueryParameter("comp") is null => await CreateAsync(request, queue),
                ("GET" or "HEAD", [var queue]) when request.QueryParameter("comp") == "metadata" =>
                    await GetStateAsync(request, queue),
                ("POST", [var queue, "messages"]) => await SendAsync(request, queue),
                ("GET", [var queue, "messages"]) when request.QueryParameter("peekonly") == "true" =>
                    await PeekAsync(request, queue),
                ("GET", [var queue, "messages"]) => await ReceiveAsync(request, queue),
                ("PUT", [var queue, "messages", var id]) => await UpdateAsync(request, queue, id),
                ("DELETE", [var queue, "messages", var id]) => await DeleteAsync(request, queue, id),
                _ => Failed(StorageError.NotImplemented),
            };
        }
        catch (Exception malformed) when (malformed is FormatException or OverflowException or System.Xml.XmlException)
        {
            return Failed(StorageError.InvalidInput(malformed.Message));
        }
        catch (SqliteException failure)
        {
            return Failed(StorageError.From(failure));
        }
    }

    public static RestResponse Failed(StorageError error) =>
        new(error.Status, QueueXml.Error(error), XmlContent, new HttpHeader("x-ms-error-code", error.Code));

    Task<RestResponse> CreateAsync(RestRequest request, string queue)
    {
        var metadata = request.HeadersWithPrefix(MetadataPrefix).ToDictionary(
            header => header.Name[MetadataPrefix.Length..], header => header.Value, StringComparer.Ordinal);
        return PassAsync(
            request, "create", queue, "", isWrite: true,
            () => queues.CreateAsync(queue, metadata), created => new RestResponse(created ? 201 : 204));
    }

    Task<RestResponse> GetStateAsync(RestRequest request, string queue) => PassAsync(
        request, "count", queue, "", isWrite: false, () => queues.GetStateAsync(queue), state =>
        {
            var count = state.MessageCount.ToString(CultureInfo.InvariantCulture);
            var metadata = state.Metadata.Select(pair => new HttpHeader(MetadataPrefix + pair.Key, pair.Value));
            return new RestResponse(200, [new HttpHeader("x-ms-approximate-messages-count", count), .. metadata]);
        });

    Task<RestResponse> SendAsync(RestRequest request, string queue)
    {
        var text = QueueXml.ReadText(request.Body);
        var (hidden, life) = (Seconds(request, "visibilitytimeout"), Seconds(request, "messagettl"));
        return PassAsync(
            request, "send", queue, "", isWrite: true, () => queues.SendAsync(queue, text, hidden, life),
            message => new RestResponse(201, QueueXml.Sent(message), XmlContent));
    }

    Task<RestResponse> ReceiveAsync(RestRequest request, string queue)
    {
        var (count, hidden) = (request.NumberParameter("numofmessages"), Seconds(request, "visibilitytimeout"));
        return PassAsync(
            request, "receive", queue, "", isWrite: true, () => queues.ReceiveAsync(queue, count, hidden),
            messages => new RestResponse(200, QueueXml.Received(messages), XmlContent));
    }

    Task<RestResponse> PeekAsync(RestRequest request, string queue)
    {
        var count = request.NumberParameter("numofmessages");
        return PassAsync(
            request, "peek", queue, "", isWrite: false, () => queues.PeekAsync(queue, count),
            messages => new RestResponse(200, QueueXml.Peeked(messages), XmlContent));
    }

    Task<RestResponse> UpdateAsync(RestRequest request, string queue, string id)
    {
        var text = request.Body.IsEmpty ? null : QueueXml.ReadText(request.Body);
        var (handle, hidden) = (Handle(request, id), Seconds(request, "visibilitytimeout") ?? TimeSpan.Zero);
        return PassAsync(
            request, "update", queue, handle.Id, isWrite: true,
            () => queues.UpdateAsync(queue, handle, text, hidden),
            message => new RestResponse(
                204,
                new HttpHeader("x-ms-popreceipt", message.PopReceipt),
                new HttpHeader("x-ms-time-next-visible", QueueXml.Text(message.NextVisibleOn))));
    }

    Task<RestResponse> DeleteAsync(RestRequest request, string queue, string id)
    {
        var handle = Handle(request, id);
        return PassAsync(
            request, "delete", queue, handle.Id, isWrite: true,
            () => queues.DeleteAsync(queue, handle), _ => new RestResponse(204));
    }

    static MessageHandle Handle(RestRequest request, string id) =>
        new(Uri.UnescapeDataString(id), request.QueryParameter("popreceipt") ?? "");

    static TimeSpan? Seconds(RestRequest request, string name) => request.QueryParameter(name) is { } text
        ? TimeSpan.FromSeconds(long.Parse(text, CultureInfo.InvariantCulture))
        : null;

    Task<RestResponse> PassAsync<T>(
        RestRequest request, string operation, string queue, string key, bool isWrite,
        Func<Task<StorageResult<T>>> perform, Func<T, RestResponse> answer)
    {
        return open.Gate is not { } gate
            ? PerformAsync()
            : gate.PassAsync(
                new StorageRequest("queue", operation, queue, key, isWrite, request.Id), PerformAsync, Failed);

        async Task<RestResponse> PerformAsync()
        {
            var (value, error) = await perform();
            return error is null ? answer(value!) : Failed(error);
        }
    }
}
