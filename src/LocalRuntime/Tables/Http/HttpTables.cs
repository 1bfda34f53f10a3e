using System.Text.Json;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using LocalRuntime.Accounts;

namespace LocalRuntime.Tables;

/// <summary>A table service over HTTP: Azure's, or an emulator.</summary>
sealed class HttpTables(Uri endpoint, HttpPipeline pipeline) : ITableTransport
{
    const string Version = "2019-02-02";
    const string MinimalMetadata = "application/json;odata=minimalmetadata";

    readonly string root = endpoint.AbsoluteUri.TrimEnd('/') + "/";

    public Task<Response> CreateTableAsync(string table, CancellationToken cancellationToken) => SendAsync(TableRequest.CreateTable(table), cancellationToken);

    public Task<Response> DeleteTableAsync(string table, CancellationToken cancellationToken) => SendAsync(TableRequest.DeleteTable(table), cancellationToken);

    public Task<Response> WriteAsync(string table, EntityWrite write, CancellationToken cancellationToken) =>
        SendAsync(TableRequest.Write(table, write), cancellationToken);

    public async Task<Reply<TablePage<string>>> ListTablesAsync(TableQuery query, CancellationToken cancellationToken)
    {
        var response = await SendAsync(TableRequest.ListTables(query), cancellationToken);
        if (response.IsError) return new(response, null);
        response.Headers.TryGetValue("x-ms-continuation-NextTableName", out var next);
        return new(response, new(Items(response, table => table.GetProperty("TableName").GetString()!), next));
    }

    public async Task<Reply<StoredEntity>> GetAsync(
        string table, string partitionKey, string rowKey, IReadOnlyList<string>? select, CancellationToken cancellationToken)
    {
        var response = await SendAsync(TableRequest.Get(table, partitionKey, rowKey, select), cancellationToken);
        if (response.IsError) return new(response, null);
        using var document = JsonDocument.Parse(response.Content);
        return new(response, EntityJson.Read(document.RootElement));
    }

    public async Task<Reply<TablePage<StoredEntity>>> QueryAsync(string table, TableQuery query, CancellationToken cancellationToken)
    {
        var response = await SendAsync(TableRequest.Entities(table, query), cancellationToken);
        return response.IsError ? new(response, null) : new(response, new(Items(response, EntityJson.Read), HttpContinuation.Of(response)));
    }

    public async Task<Reply<IReadOnlyList<Response>>> SubmitAsync(string table, IReadOnlyList<EntityWrite> writes, CancellationToken cancellationToken)
    {
        var batch = new BatchRequest(root, writes.Select(write => TableRequest.Write(table, write)));
        using var message = NewMessage(RequestMethod.Post, "$batch");
        message.Request.Headers.SetValue("Content-Type", batch.ContentType);
        message.Request.Content = RequestContent.Create(batch.Body);
        await pipeline.SendAsync(message, cancellationToken);
        if (message.Response.IsError) return new(message.Response, null);
        var responses = await BatchResponse.ReadAsync(message.Response, cancellationToken);
        return responses.FirstOrDefault(response => response.IsError) is { } failed ? new(failed, null) : new(message.Response, responses);
    }

    async Task<Response> SendAsync(TableRequest request, CancellationToken cancellationToken)
    {
        using var message = NewMessage(request.Method, request.Path);
        if (request.IfMatch is { } etag) message.Request.Headers.SetValue("If-Match", etag.ToString());
        if (request.Body is { } body)
        {
            message.Request.Headers.SetValue("Content-Type", "application/json");
            message.Request.Headers.SetValue("Prefer", "return-no-content");
            message.Request.Content = RequestContent.Create(body);
        }

        await pipeline.SendAsync(message, cancellationToken);
        return message.Response;
    }

    HttpMessage NewMessage(RequestMethod method, string path)
    {
        var message = pipeline.CreateMessage();
        message.Request.Method = method;
        message.Request.Uri.Reset(new Uri(root + path));
        message.Request.Headers.SetValue("x-ms-version", Version);
        message.Request.Headers.SetValue("DataServiceVersion", "3.0");
        message.Request.Headers.SetValue("Accept", MinimalMetadata);
        return message;
    }

    static List<T> Items<T>(Response response, Func<JsonElement, T> read)
    {
        using var document = JsonDocument.Parse(response.Content);
        return [.. document.RootElement.GetProperty("value").EnumerateArray().Select(read)];
    }
}
