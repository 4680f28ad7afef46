#include "base/error.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/utf8.h"

bool error_set(struct error *err, const char *format, ...)
{
	va_list args;
	va_start(args, format);
	vsnprintf(err->message, sizeof(err->message), format, args);
	va_end(args);
	size_t n = strlen(err->message);
	if (n + 1 == sizeof(err->message))
		err->message[utf8_cut(err->message, n)] = '\0';
	return false;
}

const char *error_reason(int number)
{
	switch (number) {
	case ENOENT:
		return "没有这个文件";
	case EACCES:
	case EPERM:
		return "没有权限";
	case EISDIR:
		return "是文件夹，应为文件";
	case ENOTDIR:
		return "路径中有一段不是文件夹";
	case ELOOP:
		return "符号链接成环";
	case ENAMETOOLONG:
		return "文件名太长";
	case ENOSPC:
		return "磁盘已满";
	case EDQUOT:
		return "磁盘配额已满";
	case EFBIG:
		return "文件太大";
	case EROFS:
		return "文件系统是只读的";
	case EIO:
		return "读写出错";
	case EBADF:
		return "没有打开";
	case ENXIO:
		return "没有终端";
	default:
		return strerror(number);
	}
}
