using System.Globalization;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Storage.Queues.Models;
using LocalRuntime.Accounts;

namespace LocalRuntime.Queues;

/// <summary>A queue service over HTTP: Azure's, or an emulator.</summary>
sealed class HttpQueues(Uri endpoint, HttpPipeline pipeline) : IQueueTransport
{
    const string Version = "2021-12-02";
    const string MetadataPrefix = "x-ms-meta-";

    readonly string root = endpoint.AbsoluteUri.TrimEnd('/') + "/";

    public async Task<Response> CreateAsync(string queue, IDictionary<string, string>? metadata, CancellationToken cancellationToken)
    {
        using var message = NewMessage(RequestMethod.Put, queue);
        foreach (var (name, value) in metadata ?? new Dictionary<string, string>(StringComparer.Ordinal))
            message.Request.Headers.SetValue(MetadataPrefix + name, value);
        return await SendAsync(message, cancellationToken);
    }

    public async Task<Reply<QueueProperties>> GetPropertiesAsync(string queue, CancellationToken cancellationToken)
    {
        using var message = NewMessage(RequestMethod.Get, queue, ("comp", "metadata"));
        var response = await SendAsync(message, cancellationToken);
        if (response.IsError) return new(response, null);
        var metadata = response.Headers
            .Where(header => header.Name.StartsWith(MetadataPrefix, StringComparison.OrdinalIgnoreCase))
            .ToDictionary(header => header.Name[MetadataPrefix.Length..], header => header.Value, StringComparer.OrdinalIgnoreCase);
        return new(response, new QueueProperties(metadata, int.Parse(Header(response, "x-ms-approximate-messages-count"), CultureInfo.InvariantCulture)));
    }

    public async Task<Reply<SendReceipt>> SendAsync(
        string queue, string text, TimeSpan? visibilityTimeout, TimeSpan? timeToLive, CancellationToken cancellationToken)
    {
        using var message = NewMessage(RequestMethod.Post, $"{queue}/messages", ("visibilitytimeout", Seconds(visibilityTimeout)), ("messagettl", Seconds(timeToLive)));
        message.Request.Content = QueueXml.Message(text);
        var response = await SendAsync(message, cancellationToken);
        return new(response, response.IsError ? null : QueueXml.ReadReceipt(response));
    }

    public async Task<Reply<IReadOnlyList<StoredMessage>>> ReceiveAsync(
        string queue, int? most, TimeSpan? visibilityTimeout, CancellationToken cancellationToken)
    {
        using var message = NewMessage(RequestMethod.Get, $"{queue}/messages", ("numofmessages", Number(most)), ("visibilitytimeout", Seconds(visibilityTimeout)));
        return await ReadAsync(message, cancellationToken);
    }

    public async Task<Reply<IReadOnlyList<StoredMessage>>> PeekAsync(string queue, int? most, CancellationToken cancellationToken)
    {
        using var message = NewMessage(RequestMethod.Get, $"{queue}/messages", ("peekonly", "true"), ("numofmessages", Number(most)));
        return await ReadAsync(message, cancellationToken);
    }

    public async Task<Reply<UpdateReceipt>> UpdateAsync(
        string queue, MessageHandle handle, string? text, TimeSpan visibilityTimeout, CancellationToken cancellationToken)
    {
        using var message = NewMessage(RequestMethod.Put, Path(queue, handle), ("popreceipt", handle.PopReceipt), ("visibilitytimeout", Seconds(visibilityTimeout)));
        if (text is not null) message.Request.Content = QueueXml.Message(text);
        var response = await SendAsync(message, cancellationToken);
        return response.IsError
            ? new(response, null)
            : new(response, new UpdateReceipt(Header(response, "x-ms-popreceipt"), QueueXml.Instant(Header(response, "x-ms-time-next-visible"))));
    }

    public async Task<Response> DeleteAsync(string queue, MessageHandle handle, CancellationToken cancellationToken)
    {
        using var message = NewMessage(RequestMethod.Delete, Path(queue, handle), ("popreceipt", handle.PopReceipt));
        return await SendAsync(message, cancellationToken);
    }

    static string Path(string queue, MessageHandle handle) => $"{queue}/messages/{Uri.EscapeDataString(handle.Id)}";

    static string? Seconds(TimeSpan? time) => time is { } given ? ((long)given.TotalSeconds).ToString(CultureInfo.InvariantCulture) : null;

    static string? Number(int? number) => number?.ToString(CultureInfo.InvariantCulture);

    static string Header(Response response, string name) =>
        response.Headers.TryGetValue(name, out var value) ? value : throw new InvalidDataException($"The service's answer lacks the header {name}.");

    async Task<Reply<IReadOnlyList<StoredMessage>>> ReadAsync(HttpMessage message, CancellationToken cancellationToken)
    {
        var response = await SendAsync(message, cancellationToken);
        return new(response, response.IsError ? null : QueueXml.ReadMessages(response));
    }

    HttpMessage NewMessage(RequestMethod method, string path, params ReadOnlySpan<(string Name, string? Value)> query)
    {
        var message = pipeline.CreateMessage();
        message.Request.Method = method;
        message.Request.Uri.Reset(new Uri(root + path));
        foreach (var (name, value) in query)
        {
            if (value is not null) message.Request.Uri.AppendQuery(name, value, escapeValue: true);
        }

        message.Request.Headers.SetValue("x-ms-version", Version);
        message.Request.Headers.SetValue("Accept", "application/xml");
        return message;
    }

    async Task<Response> SendAsync(HttpMessage message, CancellationToken cancellationToken)
    {
        if (message.Request.Content is not null) message.Request.Headers.SetValue("Content-Type", "application/xml");
        await pipeline.SendAsync(message, cancellationToken);
        return message.Response;
    }
}
