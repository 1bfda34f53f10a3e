using FunctionsApp.Platform.Storage;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Rehearsal.Hosting;

/// <summary>The services of a host that is deterministic and that other hosts of its process do not see.</summary>
static class InMemoryHost
{
    /// <summary>
    /// Replaces the sockets, and the lifetime that listens for signals and keeps every host in memory.
    /// </summary>
    public static IServiceCollection AddInMemoryHost(this IServiceCollection services) => services
        .AddSingleton<IServer, InMemoryServer>()
        .AddSingleton<IHostLifetime, NoLifetime>();

#pragma warning disable CA5394 // ids of a simulation are no secret
    /// <summary>Ids and codes that are drawn from <paramref name="random"/>.</summary>
    public static IdSource IdsFrom(Random random) => new(count =>
    {
        var bytes = new byte[count];
        random.NextBytes(bytes);
        return bytes;
    });
#pragma warning restore CA5394

    sealed class NoLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
