using System.Net;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
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
