/* SPDX-License-Identifier: MIT */
#include "base/pictures.h"

#include <string.h>

const struct picture_bytes *
pictures_find(const struct pictures *p, const char *name)
{
	for (size_t i = 0; p != NULL && i < p->n; i++)
		if (strcmp(p->v[i].name, name) == 0)
			return &p->v[i];
	return NULL;
}
