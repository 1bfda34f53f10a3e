using System.Net;
using System.Text.Json.Nodes;
using Community.Platform;
using FunctionsApp.Platform.Callers;
using FunctionsApp.Tests.Contract;

namespace FunctionsApp.Tests.Application.Authorisation;

/// <summary>The whole app with an operator of each role.</summary>
public sealed class RoleClients : AppHost, IAsyncLifetime
{
    readonly Dictionary<OperatorRole, string> tokens = [];

    async ValueTask IAsyncLifetime.InitializeAsync()
    {
        await InitializeAsync();
        foreach (var role in Enum.GetValues<OperatorRole>())
        {
            var operatorBody = new JsonObject { ["name"] = $"operator {role}", ["role"] = $"{role}" };
            var created = (await PostAsync("/api/operators", operatorBody)).Expecting(HttpStatusCode.Created);
            tokens[role] = created.Json.GetProperty("token").GetString()!;
        }
    }

    /// <summary>The answer to a request with the token of an operator of the role; null sends no credentials.</summary>
    public async Task<ApiAnswer> SendAsAsync(OperatorRole? role, string method, string path, HttpContent? body = null)
    {
        using var client = new HttpClient(new ContractHandler(new SocketsHttpHandler { AllowAutoRedirect = false })
        {
            Contract = await ApiContract.LoadAsync(Services),
        })
        {
            BaseAddress = Client.BaseAddress,
        };
        using var request = new HttpRequestMessage(new HttpMethod(method.ToUpperInvariant()), path) { Content = body };
        if (role is { } known) request.Headers.Authorization = new("Bearer", tokens[known]);
        using var response = await client.SendAsync(request);
        return await ApiAnswer.ReadAsync(response);
    }
}
