using LumenArgus.Scanning.Fields;

namespace LumenArgus.Scanning.Mcp;

internal static class McpMessage
{
    /// <summary>Whether an object stands where a message does: at the top of the body, or in an array that does.</summary>
    public static bool IsOne(FieldTable table, int container)
    {
        if (container < 0 || table.Containers[container].IsArray)
        {
            return false;
        }

        var parent = table.Containers[container].Parent;
        return parent < 0 || (table.Containers[parent].IsArray && table.Containers[parent].Parent < 0);
    }
}
