using System.Net;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using FunctionsApp.Tests.Operators;
using FunctionsApp.Tests.Platform.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace FunctionsApp.Tests.Application;

public sealed class StorageAwayTests
{
    [Fact]
    public async Task Scan_click_and_health_are_503_with_Retry_After_while_storage_is_away()
    {
        var storage = new StorageSwitch();
        await using var app = await AppHost.StartAsync(new AppHostSetup
        {
            Configure = builder => builder.Services.AddSingleton<IConfigureOptions<TableClientOptions>>(storage),
        });
        var (_, code) = await app.CampaignAsync(await app.GroupAsync());

        storage.IsAway = true;
        foreach (var path in new[] { $"/s/{code}", "/l/0123456789", "/api/health" })
        {
            using var answer = await app.Client.GetAsync(path);

            Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
            Assert.Equal(TimeSpan.FromSeconds(5), answer.Headers.RetryAfter?.Delta);
        }

        storage.IsAway = false;
        (await app.GetAsync($"/s/{code}")).Expecting(HttpStatusCode.Redirect);
    }

    [Theory]
    [InlineData("GET", "/api/groups")]
    [InlineData("POST", "/api/pushes/pause")]
    [InlineData("GET", "/local/clock")]
    public async Task Request_whose_credentials_cannot_be_checked_is_503_with_Retry_After(string method, string path)
    {
        var storage = new StorageSwitch();
        await using var app = await AppHost.StartAsync(new AppHostSetup
        {
            Configure = builder => builder.Services.AddSingleton<IConfigureOptions<TableClientOptions>>(storage),
        });
        var token = (await app.OperatorAsync()).Token;
        using var signedIn = await BrowserClient.SignedInAsync(app, token);
        using var withToken = await BrowserClient.OpenAsync(app);

        storage.IsAway = true;
        foreach (var answer in new[]
        {
            await signedIn.SendAsync(method, path),
            await withToken.SendAsync(method, path, body: null, ("Authorization", $"Bearer {token}")),
        })
        {
            answer.Api.IsProblem(HttpStatusCode.ServiceUnavailable);
            Assert.Equal(TimeSpan.FromSeconds(5), answer.RetryAfter);
        }

        storage.IsAway = false;
        (await signedIn.SendAsync("GET", path.Replace("/pause", "", StringComparison.Ordinal)))
            .Expecting(HttpStatusCode.OK);
    }

    sealed class StorageSwitch : HttpPipelineSynchronousPolicy, IConfigureOptions<TableClientOptions>
    {
        public bool IsAway { get; set; }

        public void Configure(TableClientOptions options) => options.AddPolicy(this, HttpPipelinePosition.PerCall);

        public override void OnSendingRequest(HttpMessage message)
        {
            if (IsAway) throw new RequestFailedException("The storage is away.");
        }
    }
}
