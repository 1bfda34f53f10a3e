using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Azure.Data.Tables;
using Community.Operators;
using Community.Platform;
using Microsoft.Extensions.DependencyInjection;

namespace FunctionsApp.Tests.Operators;

/// <summary>An operator as the creation answers.</summary>
sealed record CreatedOperator(string Id, string Name, string Token);

/// <summary>What an administrator does with operators.</summary>
static class OperatorClient
{
    /// <summary>Creates an operator with the machine key.</summary>
    public static async Task<CreatedOperator> OperatorAsync(
        this AppHost app, OperatorRole role = OperatorRole.Administrator)
    {
        var id = app.NewId("operator");
        var body = new JsonObject { ["id"] = id, ["name"] = $"运营 {id}", ["role"] = $"{role}" };
        var created = (await app.PostAsync("/api/operators", body)).Expecting(HttpStatusCode.Created).Json;
        return new CreatedOperator(
            id, created.GetProperty("name").GetString()!, created.GetProperty("token").GetString()!);
    }

    public static Task<ApiAnswer> EditOperatorAsync(
        this AppHost app, string id, JsonObject edit, params (string Name, string Value)[] headers) =>
        app.SendAsync(HttpMethod.Patch, $"/api/operators/{id}", AppHost.Json(edit), headers);

    public static Task<ApiAnswer> RemoveOperatorAsync(this AppHost app, string id) =>
        app.SendAsync(HttpMethod.Delete, $"/api/operators/{id}", body: null);

    public static async Task<string> ReplaceTokenAsync(this AppHost app, string id) =>
        (await app.SendAsync(HttpMethod.Post, $"/api/operators/{id}/token", body: null))
        .Expecting(HttpStatusCode.OK).Json.GetProperty("token").GetString()!;

    /// <summary>Everything that the app has stored in tables.</summary>
    public static async Task<string> StoredTextAsync(this AppHost app)
    {
        var service = app.Services.GetRequiredService<TableServiceClient>();
        List<string> rows = [];
        await foreach (var table in service.QueryAsync())
        {
            await foreach (var row in service.GetTableClient(table.Name).QueryAsync<TableEntity>())
                rows.Add($"{table.Name} {JsonSerializer.Serialize(row)}");
        }

        return string.Join('\n', rows);
    }
}
