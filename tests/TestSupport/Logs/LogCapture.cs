using Microsoft.Extensions.Logging;

namespace TestSupport.Logs;

/// <summary>
/// Hands every log line, at every level, to <paramref name="write"/>: the message, the values in it and the exception.
/// </summary>
public sealed class LogCapture(Action<LogLine> write) : ILoggerProvider
{
    /// <summary>Adds the capture to the logging of an app, for every level.</summary>
    public static void AddTo(ILoggingBuilder logging, Action<LogLine> write)
    {
        logging.AddProvider(new LogCapture(write));
        logging.AddFilter<LogCapture>(category: null, LogLevel.Trace);
        // The host logs URLs below this level, and a URL can carry a key; every configuration of the app switches them
        // off.
        logging.AddFilter<LogCapture>("Microsoft.AspNetCore", LogLevel.Warning);
    }

    /// <inheritdoc />
    public ILogger CreateLogger(string categoryName) => new CategoryLogger(categoryName, write);

    /// <inheritdoc />
    public void Dispose() => GC.SuppressFinalize(this);

    sealed class CategoryLogger(string category, Action<LogLine> write) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter)
        {
            var values = state is IEnumerable<KeyValuePair<string, object?>> pairs
                ? pairs.Select(pair => $"{pair.Key}={pair.Value}")
                : [];
            write(
                new LogLine(
                    category,
                    formatter(state, exception),
                    string.Join("; ", values),
                    exception?.ToString() ?? ""));
        }
    }
}

/// <summary>One line of a log; <paramref name="Values"/> are the values of the message's placeholders.</summary>
public sealed record LogLine(string Category, string Message, string Values, string Exception)
{
    /// <summary>Everything that a log would keep of the line.</summary>
    public override string ToString() => $"{Category}: {Message} [{Values}] {Exception}".TrimEnd();
}
