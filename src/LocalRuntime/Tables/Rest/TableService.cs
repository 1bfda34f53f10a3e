namespace LocalRuntime.Tables.Rest;

/// <summary>
/// The REST protocol of the table service over an embedded store, as far as the official client uses it:
/// <see href="https://learn.microsoft.com/rest/api/storageservices/table-service-rest-api" />.
/// </summary>
sealed class TableService(OpenStore open)
{
    const string TableContinuation = "x-ms-continuation-NextTableName";
    const string PartitionContinuation = "x-ms-continuation-NextPartitionKey";
    const string RowContinuation = "x-ms-continuation-NextRowKey";

    static readonly HttpHeader JsonContent =
        new("Content-Type", "application/json;odata=minimalmetadata;charset=utf-8");

    readonly EmbeddedTables tables = EmbeddedAccount.For(open).Tables;

    public async Task<RestResponse> AnswerAsync(RestRequest request)
    {
        try
        {
            var address = TableAddress.Read(request.Path);
            return (address, request.Method) switch
            {
                ({ Table: "$batch" }, "POST") => await SubmitAsync(request),
                ({ Table: "Tables", Entry: null }, "POST") => await CreateTableAsync(request),
                ({ Table: "Tables", Entry: null }, "GET") => await ListTablesAsync(request),
                ({ Table: "Tables", Entry: { } table }, "DELETE") => await DeleteTableAsync(request, table),
                ({ RowKey: null }, "GET") => await QueryAsync(request, address.Table),
                ({ RowKey: not null }, "GET") => await GetAsync(request, address),
                _ when TableRequests.Write(request.Method, address, request.Body, request.Header("If-Match"))
                    is { } write => await WriteAsync(request, address.Table, write),
                _ => Failed(StorageError.NotImplemented),
            };
        }
        catch (Exception malformed) when (malformed is FormatException or JsonException or OverflowException)
        {
            return Failed(StorageError.InvalidInput(malformed.Message));
        }
        catch (SqliteException failure)
        {
            return Failed(StorageError.From(failure));
        }
    }

    public static RestResponse Failed(StorageError error)
    {
        var body = new ArrayBufferWriter<byte>();
        TableRequests.WriteError(body, error);
        return new RestResponse(
            error.Status, body.WrittenSpan.ToArray(), JsonContent, new HttpHeader("x-ms-error-code", error.Code));
    }

    Task<RestResponse> CreateTableAsync(RestRequest request)
    {
        var table = JsonSerializer.Deserialize<Dictionary<string, string>>(request.Body.Span)!["TableName"];
        return PassAsync(request, "create", table, "", isWrite: true, async () =>
            NoContent(await tables.CreateTableAsync(table)));
    }

    Task<RestResponse> DeleteTableAsync(RestRequest request, string table) =>
        PassAsync(request, "drop", table, "", isWrite: true, async () =>
            NoContent(await tables.DeleteTableAsync(table)));

    Task<RestResponse> ListTablesAsync(RestRequest request)
    {
        var start = request.QueryParameter("NextTableName") is { } name ? new EntityContinuation(name, "") : null;
        var query = new TableQuery(request.QueryParameter("$filter"), request.NumberParameter("$top"), start);
        return ReadAsync(request, "list", "", "", () =>
        {
            var (page, error) = tables.ListTables(query);
            if (error is not null) return Failed(error);
            var value = page!.Items.Select(table => new { TableName = table });
            var body = JsonSerializer.SerializeToUtf8Bytes(new { value });
            return page.Next is { } next
                ? new RestResponse(200, body, JsonContent, new HttpHeader(TableContinuation, next.PartitionKey))
                : new RestResponse(200, body, JsonContent);
        });
    }

    Task<RestResponse> GetAsync(RestRequest request, TableAddress address)
    {
        var (partitionKey, rowKey) = (address.PartitionKey!, address.RowKey!);
        return ReadAsync(request, "get", address.Table, $"{partitionKey}/{rowKey}", () =>
        {
            var (entity, error) = tables.Get(address.Table, partitionKey, rowKey);
            if (error is not null) return Failed(error);
            var body = new ArrayBufferWriter<byte>(entity!.Json.Length + 256);
            EntityJson.Write(body, entity, Select(request));
            return new RestResponse(200, body.WrittenSpan.ToArray(), JsonContent, new HttpHeader("ETag", entity.ETag));
        });
    }

    Task<RestResponse> QueryAsync(RestRequest request, string table)
    {
        var filter = request.QueryParameter("$filter");
        return ReadAsync(request, "query", table, filter ?? "", () =>
        {
            var query = new TableQuery(filter, request.NumberParameter("$top"), EntityPages.ReadStart(request));
            var (page, error) = tables.Query(table, query);
            if (error is not null) return Failed(error);
            var body = EntityPages.Write(page!, Select(request));
            if (page!.Next is not { } next) return new RestResponse(200, body, JsonContent);
            return new RestResponse(
                200, body, JsonContent,
                new HttpHeader(PartitionContinuation, EntityPages.Token(next.PartitionKey)),
                new HttpHeader(RowContinuation, EntityPages.Token(next.RowKey)));
        });
    }

    Task<RestResponse> WriteAsync(RestRequest request, string table, EntityWrite write) =>
        PassAsync(request, "write", table, $"{write.PartitionKey}/{write.RowKey}", isWrite: true, async () =>
        {
            var (etag, error) = await tables.WriteAsync(table, open.Gate?.Alter(table, [write])[0] ?? write);
            return etag is null ? NoContent(error) : new RestResponse(204, new HttpHeader("ETag", etag));
        });

    Task<RestResponse> SubmitAsync(RestRequest request)
    {
        var (table, writes) = BatchReader.Read(request.Body);
        var key = string.Create(
            CultureInfo.InvariantCulture, $"{writes[0].PartitionKey}/{writes[0].RowKey} and {writes.Count - 1} more");
        return PassAsync(request, "submit", table, key, isWrite: true, async () =>
        {
            var (etags, error) = await tables.SubmitAsync(table, open.Gate?.Alter(table, writes) ?? writes);
            return error is { FailedAction: null, Status: 413 } ? Failed(error) : BatchWriter.Answer(etags, error);
        });
    }

    static RestResponse NoContent(StorageError? error) => error is null ? new RestResponse(204) : Failed(error);

    static string[]? Select(RestRequest request) =>
        request.QueryParameter("$select") is { Length: > 0 } names and not "*" ? names.Split(',') : null;

    Task<RestResponse> ReadAsync(
        RestRequest request, string operation, string table, string key, Func<RestResponse> read) =>
        PassAsync(request, operation, table, key, isWrite: false, () => Task.FromResult(read()));

    Task<RestResponse> PassAsync(
        RestRequest request, string operation, string table, string key, bool isWrite,
        Func<Task<RestResponse>> perform) =>
        open.Gate?.PassAsync(
            new StorageRequest("table", operation, table, key, isWrite, request.Id), perform, Failed) ?? perform();
}
