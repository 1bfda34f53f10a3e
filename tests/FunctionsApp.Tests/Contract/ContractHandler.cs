using System.Net;
using System.Text.Json;

namespace FunctionsApp.Tests.Contract;

/// <summary>
/// Checks every answer against the description of the API, and the body of each request that is accepted. A difference
/// fails the test that sent the request.
/// </summary>
sealed class ContractHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    public required ApiContract Contract { get; init; }

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        if (Contract.Find(request.Method, request.RequestUri!.AbsolutePath) is { } operation)
        {
            await response.Content.LoadIntoBufferAsync(cancellationToken);
            var bytes = await response.Content.ReadAsByteArrayAsync(cancellationToken);
            CheckAnswer(operation, response, bytes);
            if (response.IsSuccessStatusCode && operation.Request is { } schema && request.Content is { } content)
                CheckRequest(operation, schema, await content.ReadAsByteArrayAsync(cancellationToken));
        }

        return response;
    }

    static void CheckAnswer(ContractOperation operation, HttpResponseMessage response, byte[] body)
    {
        // The host itself answers a broken request and a failure, without a body.
        if (body.Length == 0 && response.StatusCode >= HttpStatusCode.BadRequest) return;
        var name = $"{operation.Id} {(int)response.StatusCode}";
        var isDescribed = operation.Answers.TryGetValue((int)response.StatusCode, out var answer);
        Assert.True(isDescribed, $"{name} is not described.");
        if (body.Length == 0) return;
        var type = response.Content.Headers.ContentType?.MediaType ?? "";
        Assert.True(answer!.TryGetValue(type, out var schema), $"{name} is not described as {type}.");
        if (schema is null) return;
        Assert.Equal((name, ""), (name, schema.FindFaults(JsonElement.Parse(body))));
    }

    static void CheckRequest(ContractOperation operation, ContractSchema schema, byte[] body)
    {
        if (body.Length == 0) return;
        var faults = schema.FindFaults(JsonElement.Parse(body));
        Assert.Equal(($"{operation.Id} accepts", ""), ($"{operation.Id} accepts", faults));
    }
}
