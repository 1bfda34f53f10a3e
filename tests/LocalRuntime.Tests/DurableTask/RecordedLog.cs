using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace LocalRuntime.Tests.DurableTask;

/// <summary>Keeps every line that is logged, at all levels.</summary>
sealed class RecordedLog : ILoggerFactory
{
    readonly ConcurrentQueue<(string Category, string Text)> lines = new();

    public IEnumerable<string> Lines(string category) =>
        lines.Where(line => line.Category == category).Select(line => line.Text);

    public ILogger CreateLogger(string categoryName) => new Recorder(this, categoryName);

    public void AddProvider(ILoggerProvider provider)
    {
        // The log needs no provider.
    }

    public void Dispose()
    {
        // There is nothing to release.
    }

    sealed class Recorder(RecordedLog log, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter) =>
            log.lines.Enqueue((category, formatter(state, exception)));
    }
}
