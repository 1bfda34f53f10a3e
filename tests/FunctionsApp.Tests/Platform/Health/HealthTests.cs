using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace FunctionsApp.Tests.Platform.Health;

public sealed class HealthTests
{
    [Fact]
    public async Task Health_is_503_with_the_reason_while_a_check_of_the_host_fails()
    {
        var check = new HostCheck { Result = HealthCheckResult.Unhealthy("queue scans fails since noon") };
        await using var app = await AppHost.StartAsync(new AppHostSetup
        {
            Configure = builder => builder.Services.AddSingleton<IHealthCheck>(check),
        });
        using (var answer = await app.Client.GetAsync("/api/health"))
        {
            Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
            Assert.Contains(
                "queue scans fails since noon", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        check.Result = HealthCheckResult.Healthy();
        using var healthy = await app.Client.GetAsync("/api/health");
        Assert.Equal(HttpStatusCode.OK, healthy.StatusCode);
    }

    sealed class HostCheck : IHealthCheck
    {
        public HealthCheckResult Result { get; set; }

        public Task<HealthCheckResult> CheckHealthAsync(
            HealthCheckContext context, CancellationToken cancellationToken = default) => Task.FromResult(Result);
    }
}
