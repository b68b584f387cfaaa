using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Dapper;

namespace LumenArgus.Storage.Database;

/// <summary>Lets Dapper read a column such as <c>first_seen</c> into the property <c>FirstSeen</c>.</summary>
internal static class ColumnNames
{
    // Before any query: Dapper keeps the way it read a set of columns first, for good, also where that left all columns of two words out.
    [ModuleInitializer]
    [SuppressMessage("Usage", "CA2255:The 'ModuleInitializer' attribute should not be used in libraries", Justification = "A setting of the process that this assembly cannot do without.")]
    internal static void Match() => DefaultTypeMap.MatchNamesWithUnderscores = true;
}
